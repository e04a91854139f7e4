/**
 * The projection of a batch of entries, and their insertion, each ONE statement. They take the
 * batch as one JSON text: `[{seq, hash, parent, text | content}]`, all of one store. `content` is
 * an entry whose shape was checked (its exact text is kept by the type `json`); `text` is one that
 * is stored and not projected. Measured against multi-row values and arrays, one JSON text taken
 * apart in SQL is the fastest way that may be repeated.
 *
 * Parameters: $1 batch, $2 store. For the insertion also: $3 the head that must still stand,
 * $4 and $5 the seq and hash of the head afterwards, $6 the time of arrival.
 */

/** Kept apart from the rest so that a rebuild can put what is already in the journal in its place. */
const INPUT = `
input as materialized (
  select seq, hash, parent, coalesce(content::text, text) as text, content::jsonb as body
  from json_to_recordset($1::json) as given(seq bigint, hash text, parent text, text text, content json)
)`;

/**
 * The head is moved first, and only if it still stands where the caller saw it: that row is the
 * lock which puts the pushes of one store in order, whichever process they reach. If it has moved,
 * nothing else happens.
 */
const ARRIVAL = `
gate as (
  update store_head set seq = $4, hash = $5, received_at = $6
  where store_id = $2 and hash = $3
  returning store_id
),
fresh as (
  insert into journal (origin, seq, hash, parent, text, received_at)
  select gate.store_id, input.seq, input.hash, input.parent, input.text, $6
  from input cross join gate
  order by input.seq
  on conflict do nothing
  returning seq, hash
)`;

const FROM_JOURNAL = `
fresh as (select seq, hash from input)`;

const EVENTS = `
event as materialized (
  select input.seq, input.hash, body ->> 'type' as type,
    (body ->> 'at')::timestamptz as at, body -> 'data' as data, body #>> '{data,orderId}' as order_id
  from input join fresh using (seq, hash)
  where body is not null
)`;

/** An order counts once, whichever branch brings it, however often. */
const ORDERS = `
placed as (
  insert into orders (store_id, order_id, seq, hash, number, business_day, channel, mode,
    placed_at, promised_at, total_cents, net_cents)
  select $2, order_id, seq, hash, (data ->> 'number')::integer, data ->> 'businessDay',
    data ->> 'channel', data ->> 'mode', at, (data ->> 'promisedAt')::timestamptz,
    (data ->> 'totalCents')::bigint,
    (select coalesce(sum((vat ->> 'netCents')::bigint), 0) from jsonb_array_elements(data -> 'vat') as vat)
  from event where type = 'order.placed' order by seq
  on conflict do nothing
  returning order_id, hash, business_day, placed_at, total_cents, net_cents
),
line as materialized (
  select placed.order_id, placed.business_day, sold.*
  from (select hash, data from event where type = 'order.placed') as event
    join placed using (hash) cross join lateral rows from (
    jsonb_to_recordset(event.data -> 'lines') as ("productId" text, "sizeId" text, kind text,
      name text, quantity integer, "unitPriceCents" bigint, "grossCents" bigint, "vatRateBp" integer)
  ) with ordinality as sold(product_id, size_id, kind, name, quantity, unit_price_cents,
    gross_cents, vat_rate_bp, line)
),
line_rows as (
  insert into order_line (store_id, order_id, line, product_id, size_id, kind, name, quantity,
    unit_price_cents, gross_cents, vat_rate_bp)
  select $2, order_id, line, product_id, size_id, kind, name, quantity, unit_price_cents,
    gross_cents, vat_rate_bp
  from line
  on conflict do nothing
)`;

const CANCELLATIONS = `
known as materialized (
  select event.hash, event.seq, event.at, event.data, event.order_id,
    coalesce(placed.business_day, orders.business_day) as business_day,
    coalesce(placed.placed_at, orders.placed_at) as placed_at,
    coalesce(placed.total_cents, orders.total_cents) as total_cents,
    coalesce(placed.net_cents, orders.net_cents) as net_cents
  from event left join placed using (order_id)
    left join orders on orders.store_id = $2 and orders.order_id = event.order_id
  where event.type = 'order.cancelled'
),
cancelled as (
  insert into cancellation (store_id, order_id, at, reason, seq, hash)
  select $2, order_id, at, data ->> 'reason', seq, hash
  from known where business_day is not null order by seq
  on conflict do nothing
  returning hash
),
reversed as materialized (select known.* from known join cancelled using (hash))`;

/** The last word of the batch about each order, then the greatest seq against what stands. */
const STATES = `
state_rows as (
  insert into order_state (store_id, order_id, status, at, seq, hash)
  select distinct on (order_id) $2, order_id, case type
      when 'order.placed' then 'placed'
      when 'order.started' then 'preparing'
      when 'order.finished' then 'ready'
      when 'order.recalled' then 'preparing'
      when 'order.handed-over' then 'handed-over'
      when 'order.delivered' then 'delivered'
      else 'cancelled' end, at, seq, hash
  from event where type like 'order.%'
  order by order_id, event.seq desc, event.hash desc
  on conflict (store_id, order_id) do update
  set status = excluded.status, at = excluded.at, seq = excluded.seq, hash = excluded.hash
  where (excluded.seq, excluded.hash) > (order_state.seq, order_state.hash)
)`;

const PAYMENTS = `
payment_rows as (
  insert into payment (store_id, payment_id, order_id, method, amount_cents, status, at, seq, hash)
  select distinct on (payment_id) $2, payment_id, order_id,
    max(data ->> 'method') over whole, max((data ->> 'amountCents')::bigint) over whole,
    case when type = 'payment.started' then 'asked'
      when type <> 'payment.resolved' then substr(type, 9)
      when data ->> 'outcome' = 'paid' then 'paid'
      else 'declined' end, at, seq, hash
  from (select event.*, data ->> 'paymentId' as payment_id from event where type like 'payment.%') as attempt
  window whole as (partition by payment_id)
  order by payment_id, seq desc, hash desc
  on conflict (store_id, payment_id) do update
  set method = greatest(payment.method, excluded.method),
    amount_cents = greatest(payment.amount_cents, excluded.amount_cents),
    (status, at, seq, hash) = (select newest.* from (values
      (excluded.status, excluded.at, excluded.seq, excluded.hash),
      (payment.status, payment.at, payment.seq, payment.hash)) as newest(status, at, seq, hash)
      order by newest.seq desc, newest.hash desc limit 1)
)`;

/** Added up by key first: one row is written once a batch, not once an order. */
const FIGURES = `
hour_rows as (
  insert into sales_hour (store_id, business_day, hour, orders, sales_cents, net_cents, cancelled)
  select $2, business_day, date_trunc('hour', placed_at, 'UTC') as hour, sum(sign),
    sum(sign * total_cents), sum(sign * net_cents), count(*) filter (where sign < 0)
  from (
    select 1 as sign, business_day, placed_at, total_cents, net_cents from placed
    union all
    select -1, business_day, placed_at, total_cents, net_cents from reversed
  ) as change
  group by business_day, hour
  on conflict (store_id, business_day, hour) do update
  set orders = sales_hour.orders + excluded.orders,
    sales_cents = sales_hour.sales_cents + excluded.sales_cents,
    net_cents = sales_hour.net_cents + excluded.net_cents,
    cancelled = sales_hour.cancelled + excluded.cancelled
),
product_rows as (
  insert into product_day (store_id, business_day, product_id, name, quantity, sales_cents)
  select $2, business_day, product_id, max(name), sum(quantity), sum(gross_cents)
  from (
    select business_day, product_id, name, quantity, gross_cents from line
    union all
    select reversed.business_day, undone."productId", undone.name, -undone.quantity, -undone."grossCents"
    from reversed cross join lateral jsonb_to_recordset(reversed.data #> '{reversal,lines}')
      as undone("productId" text, name text, quantity integer, "grossCents" bigint)
  ) as change
  group by business_day, product_id
  on conflict (store_id, business_day, product_id) do update
  set name = greatest(product_day.name, excluded.name),
    quantity = product_day.quantity + excluded.quantity,
    sales_cents = product_day.sales_cents + excluded.sales_cents
)`;

const PROJECTION = [EVENTS, ORDERS, CANCELLATIONS, STATES, PAYMENTS, FIGURES].join(',');

/** Answers `{moved, fresh}`: whether the head stood, and the lowest seq that was not there before. */
export const INGEST = `with ${INPUT},${ARRIVAL},${PROJECTION}
select (select count(*) from gate) as moved, (select min(seq) from fresh) as fresh`;

/** The same rows from entries that are in the journal already. */
export const PROJECT_AGAIN = `with ${INPUT},${FROM_JOURNAL},${PROJECTION}
select count(*) as events from event`;
