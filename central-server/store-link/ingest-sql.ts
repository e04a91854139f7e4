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

const SOLD_COLUMNS = `line, product_id, size_id, kind, name, quantity, unit_price_cents,
    gross_cents, vat_rate_bp`;

/** The lines of an entry, numbered from 1. */
function soldLines(data: string): string {
  return `rows from (
    jsonb_to_recordset(${data} -> 'lines') as ("productId" text, "sizeId" text, kind text,
      name text, quantity integer, "unitPriceCents" bigint, "grossCents" bigint,
      "vatRateBp" integer, parts jsonb)
  ) with ordinality as sold(product_id, size_id, kind, name, quantity, unit_price_cents,
    gross_cents, vat_rate_bp, parts, line)`;
}

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
    join placed using (hash) cross join lateral ${soldLines('event.data')}
)`;

/** What changes the figures of an order that the centre knows, in this batch or from before. */
const CHANGES = `
known as materialized (
  select event.type, event.hash, event.seq, event.at, event.data, event.order_id,
    coalesce(placed.business_day, orders.business_day) as business_day,
    coalesce(placed.placed_at, orders.placed_at) as placed_at,
    coalesce(placed.net_cents, orders.net_cents) as net_cents
  from event left join placed using (order_id)
    left join orders on orders.store_id = $2 and orders.order_id = event.order_id
  where event.type in ('order.cancelled', 'order.edited', 'order.refunded')
),
cancelled as (
  insert into cancellation (store_id, order_id, at, reason, seq, hash, total_cents, net_cents)
  select $2, order_id, at, data ->> 'reason', seq, hash,
    (data #>> '{reversal,totalCents}')::bigint,
    coalesce((data #>> '{reversal,netCents}')::bigint, net_cents)
  from known where type = 'order.cancelled' and business_day is not null order by seq
  on conflict do nothing
  returning hash, total_cents, net_cents
),
reversed as materialized (
  select known.business_day, known.placed_at, known.data, cancelled.total_cents,
    cancelled.net_cents
  from known join cancelled using (hash)
),
adjusted as (
  insert into adjustment (store_id, order_id, kind, adjustment_id, business_day, counted_at,
    total_cents, net_cents, seq, hash)
  select $2, order_id, case type when 'order.edited' then 'edit' else 'refund' end,
    coalesce(data ->> 'editId', data ->> 'refundId'),
    case type when 'order.edited' then business_day else data #>> '{difference,businessDay}' end,
    case type when 'order.edited' then placed_at else at end,
    (data #>> '{difference,totalCents}')::bigint, (data #>> '{difference,netCents}')::bigint,
    seq, hash
  from known where type <> 'order.cancelled' and business_day is not null order by seq
  on conflict do nothing
  returning hash, business_day, counted_at, total_cents, net_cents
),
changed as materialized (
  select adjusted.*, known.type, known.order_id, known.data from known join adjusted using (hash)
),
line_rows as (
  insert into order_line (store_id, order_id, revision, line, product_id, size_id, kind, name,
    quantity, unit_price_cents, gross_cents, vat_rate_bp)
  select $2, order_id, 1, ${SOLD_COLUMNS} from line
  union all
  select $2, order_id, (data ->> 'revision')::integer, ${SOLD_COLUMNS}
  from changed cross join lateral ${soldLines('changed.data')}
  where type = 'order.edited'
  on conflict do nothing
)`;

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
  from event where type in ('order.placed', 'order.started', 'order.finished', 'order.recalled',
    'order.handed-over', 'order.delivered', 'order.cancelled')
  order by order_id, event.seq desc, event.hash desc
  on conflict (store_id, order_id) do update
  set status = excluded.status, at = excluded.at, seq = excluded.seq, hash = excluded.hash
  where (excluded.seq, excluded.hash) > (order_state.seq, order_state.hash)
)`;

const PAYMENTS = `
payment_rows as (
  insert into payment (store_id, payment_id, order_id, method, amount_cents, direction, tip_cents,
    status, at, seq, hash)
  select distinct on (payment_id) $2, payment_id, order_id,
    max(data ->> 'method') over whole, max((data ->> 'amountCents')::bigint) over whole,
    coalesce(max(data ->> 'direction') over whole, 'payment'),
    coalesce(max((data ->> 'tipCents')::bigint) over whole, 0),
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
    -- 'refund' comes after 'payment': said once, it stands, whichever entry comes first.
    direction = greatest(payment.direction, excluded.direction),
    tip_cents = greatest(payment.tip_cents, excluded.tip_cents),
    (status, at, seq, hash) = (select newest.* from (values
      (excluded.status, excluded.at, excluded.seq, excluded.hash),
      (payment.status, payment.at, payment.seq, payment.hash)) as newest(status, at, seq, hash)
      order by newest.seq desc, newest.hash desc limit 1)
)`;

/** The lines of a reversal or of a difference. */
function figureLines(lines: string): string {
  return `jsonb_to_recordset(${lines})
    as undone("productId" text, name text, quantity integer, "grossCents" bigint, parts jsonb)`;
}

/**
 * Added up by key first: one row is written once a batch, not once an order. An order without a
 * line (a gift voucher sold by itself) is no sale: it would lower the average basket.
 */
const FIGURES = `
hour_rows as (
  insert into sales_hour (store_id, business_day, hour, orders, sales_cents, net_cents, cancelled)
  select $2, business_day, date_trunc('hour', at, 'UTC') as hour, sum(orders), sum(total_cents),
    sum(net_cents), sum(cancelled)
  from (
    select business_day, placed_at as at, 1 as orders, total_cents, net_cents, 0 as cancelled
    from placed where exists (select from line where line.order_id = placed.order_id)
    union all
    select business_day, placed_at, -1, -total_cents, -net_cents, 1 from reversed
    where jsonb_array_length(data #> '{reversal,lines}') > 0
    union all
    select business_day, counted_at, 0, total_cents, net_cents, 0 from changed
  ) as change
  group by business_day, hour
  on conflict (store_id, business_day, hour) do update
  set orders = sales_hour.orders + excluded.orders,
    sales_cents = sales_hour.sales_cents + excluded.sales_cents,
    net_cents = sales_hour.net_cents + excluded.net_cents,
    cancelled = sales_hour.cancelled + excluded.cancelled
),
figure as materialized (
  select business_day, product_id, name, quantity, gross_cents, parts from line
  union all
  select business_day, "productId", name, -quantity, -"grossCents", parts
  from reversed cross join lateral ${figureLines("reversed.data #> '{reversal,lines}'")}
  union all
  select business_day, "productId", name, quantity, "grossCents", parts
  from changed cross join lateral ${figureLines("changed.data #> '{difference,lines}'")}
),
product_rows as (
  insert into product_day (store_id, business_day, product_id, name, quarters, sales_cents)
  select $2, business_day, product_id, max(name), sum(quarters), sum(gross_cents)
  from (
    select business_day, product_id, name, 4 * quantity as quarters, gross_cents
    from figure where parts is null
    union all
    -- Cut as the till cuts it: up to each part, towards zero, so that the parts are the line.
    select business_day, "productId", part.name, part.quarters * quantity,
      gross_cents * part.until / 4 - gross_cents * (part.until - part.quarters) / 4
    from figure cross join lateral (
      select "productId", name, quarters, sum(quarters) over (order by place) as until
      from rows from (jsonb_to_recordset(parts) as ("productId" text, name text, quarters integer))
        with ordinality as given("productId", name, quarters, place)
    ) as part
    where parts is not null
  ) as share
  group by business_day, product_id
  on conflict (store_id, business_day, product_id) do update
  set name = greatest(product_day.name, excluded.name),
    quarters = product_day.quarters + excluded.quarters,
    sales_cents = product_day.sales_cents + excluded.sales_cents
)`;

const PROJECTION = [EVENTS, ORDERS, CHANGES, STATES, PAYMENTS, FIGURES].join(',');

/** Answers `{moved, fresh}`: whether the head stood, and the lowest seq that was not there before. */
export const INGEST = `with ${INPUT},${ARRIVAL},${PROJECTION}
select (select count(*) from gate) as moved, (select min(seq) from fresh) as fresh`;

/** The same rows from entries that are in the journal already. */
export const PROJECT_AGAIN = `with ${INPUT},${FROM_JOURNAL},${PROJECTION}
select count(*) as events from event`;
