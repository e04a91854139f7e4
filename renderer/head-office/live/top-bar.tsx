import { IconLogout } from '@tabler/icons-react';
import { useState } from 'react';

import type { LinkState } from '#app/contract/contract.ts';

import { SegmentedKeys } from '../../ui/keys/segmented-keys.tsx';
import { useSettings } from '../../ui/settings/settings.tsx';
import { StatusPill } from '../../ui/status/status-pill.tsx';
import { Clock } from '../../ui/time/clock.tsx';
import { useReadNow } from '../../ui/time/now.tsx';
import { signOut } from '../session.ts';
import type { HeadOfficeText } from '../text.ts';

type TopBarProps = {
  readonly name: string;
  /** YYYY-MM-DD; absent until the first answer. */
  readonly businessDay: string | undefined;
  readonly link: LinkState;
  readonly text: HeadOfficeText;
};

/** Where we are, which day, how the link is, who is signed in. */
export function TopBar({ name, businessDay, link, text }: TopBarProps) {
  const { language, setLanguage } = useSettings();
  return (
    <header className="top-bar">
      <p className="brand">
        <i aria-hidden="true" />
        {text.product}
      </p>
      <h1>{text.live}</h1>
      {businessDay === undefined ? null : (
        <p className="top-bar-day">{DAYS[language].format(new Date(`${businessDay}T12:00:00Z`))}</p>
      )}
      <span className="top-bar-gap" />
      <LinkPill link={link} text={text} />
      <div className="top-bar-language">
        <SegmentedKeys
          label={text.language}
          options={[
            { value: 'fr', label: 'FR' },
            { value: 'en', label: 'EN' },
          ]}
          value={language}
          onChange={setLanguage}
        />
      </div>
      <SignOut name={name} text={text} />
      <Clock />
    </header>
  );
}

function LinkPill({ link, text }: Pick<TopBarProps, 'link' | 'text'>) {
  if (link.status === 'down') return <CutPill text={text} />;
  return (
    <StatusPill state={{ status: 'up-to-date' }} facts={{ works: [text.worksLive], waits: [] }} />
  );
}

/**
 * The link is timed by the clock of the device, the pill by that of the centre, which may be minutes
 * apart: what is counted from is when this pill appeared, read on the pill's own clock.
 */
function CutPill({ text }: Pick<TopBarProps, 'text'>) {
  const [sinceMs] = useState(useReadNow());
  return (
    <StatusPill
      state={{ status: 'offline', sinceMs, count: 0 }}
      facts={{ works: [text.works], waits: [text.waits] }}
    />
  );
}

/** After signing out the page begins anew: its socket is closed with it. */
function SignOut({ name, text }: Pick<TopBarProps, 'name' | 'text'>) {
  const [hasFailed, setFailed] = useState(false);
  const leave = async () => {
    if (await signOut()) window.location.reload();
    else setFailed(true);
  };
  return (
    <div className="top-bar-who">
      <span>
        {name}
        <small role="status">{hasFailed ? text.signOutFailed : text.place}</small>
      </span>
      <button type="button" onClick={() => void leave()} title={text.signOut}>
        <IconLogout aria-hidden="true" />
        <span className="visually-hidden">{text.signOut}</span>
      </button>
    </div>
  );
}

/** A business day has no hour: it is written in UTC, so that no zone can move it. */
const DAYS = { fr: dayFace('fr-FR'), en: dayFace('en-GB') };

function dayFace(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
}
