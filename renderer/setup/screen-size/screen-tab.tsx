import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { Key } from '../../ui/keys/key.tsx';
import {
  CARD_PX,
  cardWidth,
  foundZoom,
  savedZoom,
  saveZoom,
  withinLimits,
  ZOOM_MAX,
  ZOOM_MIN,
  ZOOM_NONE,
} from '../../ui/screen-size/zoom.ts';
import { useDeviceWords } from '../../ui/session/device-words.ts';
import { useSession } from '../../ui/session/session.tsx';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { setupText } from '../text.ts';
import styles from './screen-tab.module.css';

/** A press moves the edge of the card by half a millimetre or so; the slider goes finer. */
const PRESS = 10;
const SLIDE = 5;

/** A rectangle that is made as large as a real bank card, and with it every key of this screen. */
export function ScreenTab() {
  const { size: text } = useText(setupText);
  const { device } = useSession();
  const words = useDeviceWords();
  const [zoom, setZoom] = useState(savedZoom);
  const move = (by: number) => setZoom((before) => withinLimits(before + by));
  const width = cardWidth(zoom);
  return (
    <section className={styles['tab']} aria-labelledby="card-title">
      <div className={styles['words']}>
        <h2 id="card-title">{text.title}</h2>
        <p>{text.hint}</p>
        <p>
          {text.named} <b>{words(device)}</b>. {text.address} <code>?till={device}</code>
        </p>
      </div>
      <div className={styles['stage']}>
        <div
          role="img"
          aria-label={text.card}
          className={styles['card']}
          style={{ width, height: (width * CARD_PX.height) / CARD_PX.width }}
        >
          <i className={styles['chip']} />
          <span>{text.card}</span>
        </div>
      </div>
      <div className={styles['acts']}>
        <div className={styles['sizes']}>
          <Key
            label={text.smaller}
            icon={<IconMinus size="1.5rem" aria-hidden />}
            size="l"
            onPress={() => move(-PRESS)}
          />
          <input
            type="range"
            aria-label={text.slider}
            min={ZOOM_MIN}
            max={ZOOM_MAX}
            step={SLIDE}
            value={zoom}
            onChange={(event) => setZoom(Number(event.currentTarget.value))}
          />
          <Key
            label={text.larger}
            icon={<IconPlus size="1.5rem" aria-hidden />}
            size="l"
            onPress={() => move(PRESS)}
          />
        </div>
        <Ends zoom={zoom} onUsual={() => setZoom(ZOOM_NONE)} />
      </div>
    </section>
  );
}

/** What ends it: the card fits, or the screen is as it came. */
function Ends({ zoom, onUsual }: { readonly zoom: number; readonly onUsual: () => void }) {
  const { size: text } = useText(setupText);
  const [said, setSaid] = useState('');
  return (
    <div className={styles['ends']}>
      <Said said={said} />
      <Key
        label={text.usual}
        size="l"
        tone="paper"
        onPress={() => {
          saveZoom(undefined);
          onUsual();
          setSaid('');
        }}
      />
      <Key
        label={text.fits}
        size="l"
        tone="action"
        onPress={() => {
          saveZoom(zoom);
          setSaid(text.saved);
        }}
      />
    </div>
  );
}

function Said({ said }: { readonly said: string }) {
  const { size: text } = useText(setupText);
  const language = useLanguage();
  const found = foundZoom();
  const share = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  return (
    <p className={styles['said']} role="status">
      {found === undefined ? text.notFound : text.found(share.format(found / ZOOM_NONE))} {said}
    </p>
  );
}
