import { runSchedule, World } from './world.ts';
import { SOUND } from './protocol.ts';
import { seededTape } from './tape.ts';
const note = World.prototype.note;
World.prototype.note = function (l) { if (/store|centre/.test(l)) console.log(Math.round(this.scheduler.now), l.slice(0,60)); note.call(this, l); };
const o = await runSchedule({protocol: SOUND, tape: seededTape(Number(process.argv[2]))}); console.log(o.violations);
