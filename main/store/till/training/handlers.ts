import type { Caller, Handlers } from '#app/contract/contract.ts';
import type { StoreContract } from '#app/contract/store.ts';
import { accept, refuse } from '#app/lib/result.ts';

import type { StoreContext } from '../../context.ts';
import { deviceOf } from '../../staff/handlers.ts';

export type TrainingMethods = Pick<
  Handlers<StoreContract, Caller>,
  | 'training.start'
  | 'training.stop'
  | 'training.terminal'
  | 'training.ring'
  | 'training.report'
  | 'training.progress'
>;

/** Into the training world and out of it; what an exercise needs is refused outside of it. */
export function trainingHandlers(
  context: Pick<StoreContext, 'training' | 'isTraining'>,
): TrainingMethods {
  const { training } = context;
  return {
    'training.start': async (_input, caller) => {
      await training.start(deviceOf(caller));
      return accept({});
    },
    'training.stop'(_input, caller) {
      training.stop(deviceOf(caller));
      return accept({});
    },
    'training.terminal'({ answer }) {
      if (!context.isTraining) return refuse({ code: 'training.not-here' });
      training.answerNext(answer);
      return accept({});
    },
    'training.ring': async () => {
      if (!context.isTraining) return refuse({ code: 'training.not-here' });
      await training.ring();
      return accept({});
    },
    'training.report'(exercise, { employee }) {
      if (!context.isTraining) return refuse({ code: 'training.not-here' });
      if (employee === undefined) return refuse({ code: 'staff.sign-in-first' });
      training.report(employee.id, exercise);
      return accept({});
    },
    'training.progress': () => accept(training.progress()),
  };
}
