/** `after` does something once, `ms` from now; what it returns calls that off. */
export type Timers = { readonly after: (ms: number, work: () => void) => () => void };

export const systemTimers: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

/** One thing to do later at a time: setting it anew takes the place of what was set. */
export type AlarmClock = {
  readonly set: (ms: number, work: () => void) => void;
  readonly isSet: () => boolean;
  readonly stop: () => void;
};

export function alarmClock(timers: Timers): AlarmClock {
  let callOff: (() => void) | undefined;
  const stop = () => {
    callOff?.();
    callOff = undefined;
  };
  return {
    set(ms, work) {
      stop();
      callOff = timers.after(ms, () => {
        callOff = undefined;
        work();
      });
    },
    isSet: () => callOff !== undefined,
    stop,
  };
}
