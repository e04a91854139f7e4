import { type Draft, type DraftAction, emptyDraft, evolveDraft, isEmpty } from './draft.ts';

/** The orders being taken at this till, one a customer or call, in the order in which they began. */
export type Drafts = { readonly drafts: readonly Draft[]; readonly currentId: string };

export type DraftsAction =
  | DraftAction
  /** Another one beside it, or the one with the same id again. An empty one gives it its place. */
  | { readonly type: 'open'; readonly draft: Draft }
  | { readonly type: 'switch'; readonly draftId: string }
  /** The order was placed: an empty one takes its place, so that its change stays in sight. */
  | { readonly type: 'placed'; readonly draftId: string; readonly nextId: string }
  /** They were erased from the file: no order here keeps their name. */
  | { readonly type: 'forget-customer'; readonly customerId: string }
  /** It was parked, or is not wanted: its neighbour comes up, or an empty one. */
  | { readonly type: 'leave'; readonly draftId: string; readonly nextId: string };

export function evolveDrafts(state: Drafts, action: DraftsAction): Drafts {
  switch (action.type) {
    case 'open':
      return open(state, action.draft);
    case 'switch':
      return state.drafts.some(({ draftId }) => draftId === action.draftId)
        ? dropEmpty({ ...state, currentId: action.draftId })
        : state;
    case 'placed':
      return placed(state, action.draftId, action.nextId);
    case 'leave':
      return leave(state, action.draftId, action.nextId);
    case 'forget-customer':
      return forget(state, action.customerId);
    default: {
      const current = currentDraft(state);
      const next = evolveDraft(current, action);
      if (next === current) return state;
      return {
        drafts: state.drafts.map((draft) => (draft === current ? next : draft)),
        currentId: next.draftId,
      };
    }
  }
}

export function currentDraft({ drafts, currentId }: Drafts): Draft {
  const draft = drafts.find(({ draftId }) => draftId === currentId);
  return draft ?? emptyDraft(currentId);
}

export function draftsOf(draft: Draft): Drafts {
  return { drafts: [draft], currentId: draft.draftId };
}

function open({ drafts }: Drafts, draft: Draft): Drafts {
  if (drafts.some(({ draftId }) => draftId === draft.draftId)) {
    return dropEmpty({ drafts, currentId: draft.draftId });
  }
  return dropEmpty({ drafts: [...drafts, draft], currentId: draft.draftId });
}

function placed({ drafts, currentId }: Drafts, draftId: string, nextId: string): Drafts {
  if (draftId !== currentId) return leave({ drafts, currentId }, draftId, nextId);
  const empty = emptyDraft(nextId);
  return {
    drafts: drafts.map((draft) => (draft.draftId === draftId ? empty : draft)),
    currentId: nextId,
  };
}

function leave({ drafts, currentId }: Drafts, draftId: string, nextId: string): Drafts {
  const left = drafts.filter((draft) => draft.draftId !== draftId);
  const last = left.at(-1);
  if (last === undefined) return draftsOf(emptyDraft(nextId));
  return { drafts: left, currentId: currentId === draftId ? last.draftId : currentId };
}

function forget({ drafts, currentId }: Drafts, customerId: string): Drafts {
  const nameless = drafts.map((draft) =>
    draft.customer?.customerId === customerId
      ? evolveDraft(draft, { type: 'set-customer', customer: undefined })
      : draft,
  );
  return dropEmpty({ drafts: nameless, currentId });
}

/** An order without anything in it is no tab, unless it is the one on the screen. */
function dropEmpty({ drafts, currentId }: Drafts): Drafts {
  return {
    drafts: drafts.filter((draft) => draft.draftId === currentId || !isEmpty(draft)),
    currentId,
  };
}
