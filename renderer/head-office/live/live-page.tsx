import type { Client } from '#app/contract/contract.ts';
import type { ChainLive, HeadOfficeContract } from '#app/contract/head-office.ts';

import { useLink, useView } from '../../client/use-view.ts';
import { useRefusalText } from '../../ui/refusals/refusals.ts';
import { useLanguage, useText } from '../../ui/settings/settings.tsx';
import { useNodeClock } from '../../ui/time/now.tsx';
import { HourlyCard } from '../hours/hourly-card.tsx';
import { HEAD_OFFICE_TEXT, type HeadOfficeText } from '../text.ts';
import { Alarms } from './alarms.tsx';
import { BestSellers } from './best-sellers.tsx';
import { HeatMap } from './heat-map.tsx';
import { StoreRanking } from './store-ranking.tsx';
import { Tiles } from './tiles.tsx';
import { TopBar } from './top-bar.tsx';
import './live.css';
import './tables.css';

/** The whole chain at this moment, on one page. */
export function LivePage(props: {
  readonly client: Client<HeadOfficeContract>;
  readonly name: string;
}) {
  const { client, name } = props;
  const text = useText(HEAD_OFFICE_TEXT);
  const view = useView(client, 'chain.live', {});
  const link = useLink(client);
  const refusal = useRefusalText();
  const live = view.status === 'ready' ? view.value : undefined;
  useNodeClock(live?.now);
  return (
    <div className="head-office">
      <TopBar name={name} businessDay={live?.businessDay} link={link} text={text} />
      {live === undefined ? (
        <main className="live-wait">
          <h1>{view.status === 'refused' ? text.refused : text.waiting}</h1>
          <p>{view.status === 'refused' ? refusal(view.refusal) : ''}</p>
        </main>
      ) : (
        <LiveFigures live={live} text={text} />
      )}
    </div>
  );
}

function LiveFigures({ live, text }: { readonly live: ChainLive; readonly text: HeadOfficeText }) {
  const language = useLanguage();
  const shared = { live, text, language };
  return (
    <main className="live">
      <Tiles {...shared} />
      <HourlyCard {...shared} />
      <StoreRanking {...shared} />
      <HeatMap {...shared} />
      <BestSellers {...shared} />
      <Alarms {...shared} />
    </main>
  );
}
