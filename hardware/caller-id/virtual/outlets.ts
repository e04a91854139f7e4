import type { Outlet, VirtualCall } from './machine.ts';
import type { ModemSide } from './modem-side.ts';
import { type OperatorEvent, type PollSide, postCall } from './operator-side.ts';
import type { SipSide } from './sip-side.ts';

/** An analogue line rings for one call at a time; a second caller hears that it is engaged. */
export function modemOutlet(modem: ModemSide): Outlet {
  let current: number | undefined;
  return {
    started({ id, number, name }) {
      if (current !== undefined) return;
      current = id;
      modem.ring();
      modem.report(number, name);
    },
    rang({ id }) {
      if (current === id) modem.ring();
    },
    over({ id }) {
      if (current === id) current = undefined;
    },
  };
}

export function sipOutlet(exchange: SipSide): Outlet {
  const legs = new Map<number, string>();
  return {
    started(call) {
      const callId = exchange.invite(call);
      if (callId !== undefined) legs.set(call.id, callId);
    },
    rang: () => undefined,
    over({ id, status }) {
      const callId = legs.get(id);
      legs.delete(id);
      if (callId !== undefined) exchange.cancel(callId, status === 'answered');
    },
  };
}

export function pollOutlet(operator: PollSide): Outlet {
  return {
    started: (call) => operator.tell(eventOf(call)),
    rang: () => undefined,
    over: (call) => operator.tell(eventOf(call)),
  };
}

/** Where the shop listens is typed on the page; what it answered is shown there. */
export type WebhookOutlet = Outlet & {
  readonly setUrl: (url: string | undefined) => void;
  readonly state: () => { readonly url: string; readonly answer: string };
};

export function webhookOutlet(context: {
  readonly secret: string;
  readonly now: () => string;
  readonly changed: () => void;
}): WebhookOutlet {
  let url: string | undefined;
  let answer = '';
  /** One after the other: an end never overtakes its beginning. */
  let posting: Promise<void> = Promise.resolve();
  const post = (call: VirtualCall): void => {
    const to = url;
    if (to === undefined) return;
    posting = posting.then(async () => {
      const status = await postCall(
        { url: to, secret: context.secret },
        eventOf(call),
        context.now(),
      );
      answer = status === undefined ? 'personne n’écoute' : `réponse ${status}`;
      context.changed();
    });
  };
  return {
    started: post,
    rang: () => undefined,
    over: post,
    setUrl(next) {
      url = next;
      answer = '';
      context.changed();
    },
    state: () => ({ url: url ?? '', answer }),
  };
}

function eventOf({ id, number, status, at }: VirtualCall): OperatorEvent {
  return { kind: status, callId: `${at}-${id}`, number };
}
