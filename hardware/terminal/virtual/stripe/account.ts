import { cardOf } from '../card.ts';

/**
 * What Stripe's servers hold of one account with one reader, written from docs.stripe.com: the
 * PaymentIntent and its life, the reader and its action, refunds. Shares nothing with the driver.
 */

export type Intent = {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly amount: number;
  amount_received: number;
  readonly currency: string;
  readonly created: number;
  readonly metadata: Readonly<Record<string, string>>;
  status: 'requires_payment_method' | 'canceled' | 'succeeded';
  last_payment_error: object | null;
  latest_charge: object | null;
};

export type Action = {
  readonly type: 'process_payment_intent';
  status: 'in_progress' | 'succeeded' | 'failed';
  readonly process_payment_intent: { readonly payment_intent: string };
  failure_code: string | null;
  failure_message: string | null;
  api_error: object | null;
};

export type Refund = {
  readonly id: string;
  readonly object: 'refund';
  readonly created: number;
  readonly amount: number;
  readonly payment_intent: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly status: 'succeeded' | 'pending';
};

export type Answer = { readonly code: number; readonly body: object };
export type Parameters = Readonly<Record<string, string>>;

export class StripeAccount {
  readonly readerId: string;
  readonly intents: Intent[] = [];
  readonly refunds: Refund[] = [];
  readonly #now: () => number;
  isOnline = true;
  action: Action | null = null;
  refundStatus: Refund['status'] = 'succeeded';
  #count = 0;

  constructor({ readerId, now }: { readonly readerId: string; readonly now: () => number }) {
    this.readerId = readerId;
    this.#now = now;
  }

  get chargedCents(): number {
    const received = this.intents.reduce((sum, intent) => sum + intent.amount_received, 0);
    return this.refunds.reduce((sum, { amount }) => sum - amount, received);
  }

  create(given: Parameters): Answer {
    // Since API version 2026-09-30.
    if ('payment_method_types[0]' in given)
      return refusal(400, 'payment_method_types_no_longer_supported');
    const amount = Number(given['amount']);
    if (!Number.isSafeInteger(amount) || amount <= 0)
      return refusal(400, 'parameter_invalid_integer');
    if (given['allowed_payment_method_types[0]'] !== 'card_present')
      return refusal(400, 'parameter_missing');
    const intent: Intent = {
      id: this.#newId('pi'),
      object: 'payment_intent',
      amount,
      amount_received: 0,
      currency: given['currency'] ?? '',
      created: Math.floor(this.#now() / 1_000),
      metadata: metadataIn(given),
      status: 'requires_payment_method',
      last_payment_error: null,
      latest_charge: null,
    };
    this.intents.unshift(intent);
    return done(intent);
  }

  intent(id: string): Answer {
    const intent = this.#find(id);
    return intent === undefined ? refusal(404, 'resource_missing') : done(intent);
  }

  cancel(id: string): Answer {
    const intent = this.#find(id);
    if (intent === undefined) return refusal(404, 'resource_missing');
    if (intent.status !== 'requires_payment_method')
      return refusal(400, 'payment_intent_unexpected_state');
    intent.status = 'canceled';
    return done(intent);
  }

  reader(): object {
    return {
      id: this.readerId,
      object: 'terminal.reader',
      status: this.isOnline ? 'online' : 'offline',
      action: this.action,
    };
  }

  process(given: Parameters): Answer {
    const intent = this.#find(given['payment_intent'] ?? '');
    if (!this.isOnline) return refusal(400, 'terminal_reader_offline');
    if (this.action?.status === 'in_progress') return refusal(400, 'terminal_reader_busy');
    if (intent === undefined) return refusal(404, 'resource_missing');
    if (intent.status !== 'requires_payment_method') return refusal(400, 'intent_invalid_state');
    this.action = {
      type: 'process_payment_intent',
      status: 'in_progress',
      process_payment_intent: { payment_intent: intent.id },
      failure_code: null,
      failure_message: null,
      api_error: null,
    };
    return done(this.reader());
  }

  cancelAction(): Answer {
    if (!this.isOnline) return refusal(400, 'terminal_reader_offline');
    this.action = null;
    return done(this.reader());
  }

  refund(given: Parameters): Answer {
    const intent = this.#find(given['payment_intent'] ?? '');
    if (intent?.status !== 'succeeded') return refusal(400, 'charge_not_refundable');
    const amount = Number(given['amount'] ?? intent.amount);
    const before = this.refunds
      .filter(({ payment_intent }) => payment_intent === intent.id)
      .reduce((sum, refund) => sum + refund.amount, 0);
    if (before + amount > intent.amount) return refusal(400, 'charge_already_refunded');
    const refund: Refund = {
      id: this.#newId('re'),
      object: 'refund',
      created: Math.floor(this.#now() / 1_000),
      amount,
      payment_intent: intent.id,
      metadata: metadataIn(given),
      status: this.refundStatus,
    };
    this.refunds.unshift(refund);
    return done(refund);
  }

  /** What the customer does before the reader; `false` when it asks for nothing. */
  decide(decision: 'accept' | 'refuse' | 'abandon'): boolean {
    const { action } = this;
    const intent = this.#find(action?.process_payment_intent.payment_intent ?? '');
    if (action?.status !== 'in_progress' || intent?.status !== 'requires_payment_method')
      return false;
    this.#count += 1;
    const card = cardOf(this.#count);
    if (decision === 'accept') {
      action.status = 'succeeded';
      intent.status = 'succeeded';
      intent.amount_received = intent.amount;
      intent.latest_charge = chargeOf(this.#newId('ch'), card);
      return true;
    }
    action.status = 'failed';
    action.failure_code = decision === 'refuse' ? 'card_declined' : 'customer_canceled';
    action.failure_message = 'The payment was not made.';
    if (decision === 'refuse') {
      const fault = { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' };
      action.api_error = fault;
      intent.last_payment_error = fault;
    }
    return true;
  }

  #find(id: string): Intent | undefined {
    return this.intents.find((intent) => intent.id === id);
  }

  #newId(prefix: string): string {
    return `${prefix}_${String(this.intents.length + this.refunds.length + 1).padStart(8, '0')}`;
  }
}

function chargeOf(id: string, { authorisation, number }: ReturnType<typeof cardOf>): object {
  const receipt = { authorization_code: authorisation, dedicated_file_name: 'A0000000421010' };
  const card_present = { brand: 'cartes_bancaires', last4: number.slice(-4), receipt };
  return { id, object: 'charge', payment_method_details: { type: 'card_present', card_present } };
}

function metadataIn(given: Parameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given)
      .map(([name, value]) => [/^metadata\[(.+)\]$/.exec(name)?.[1], value] as const)
      .filter((pair): pair is readonly [string, string] => pair[0] !== undefined),
  );
}

function done(body: object): Answer {
  return { code: 200, body };
}

export function refusal(code: number, word: string): Answer {
  const type = code >= 500 ? 'api_error' : 'invalid_request_error';
  return { code, body: { error: { type, code: word, message: word } } };
}
