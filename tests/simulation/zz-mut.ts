import { runSchedule } from './world.ts';
import { SOUND } from './protocol.ts';
import { seededTape } from './tape.ts';
import { SENDER_BUGS } from './mutants-sender.ts';
import { RECEIVER_BUGS } from './mutants-receiver.ts';
for (const [name, change] of Object.entries({...SENDER_BUGS, ...RECEIVER_BUGS})) {
  if (process.argv[2] && !name.includes(process.argv[2])) continue;
  let found = 'NOT FOUND'; const t = performance.now();
  for (let s=1;s<=300;s++){ let o; try { o = await runSchedule({protocol: {...SOUND, ...change}, tape: seededTape(s)}); } catch (e) { found = s + ' THROW ' + (e as Error).stack?.slice(0,300); break; }
   if(o.violations.length) { found = s+' '+[...new Set(o.violations.map(v=>v.promise))].join(',')+' '+o.violations[0]?.what; break; } }
  console.log(name.padEnd(40), found, Math.round(performance.now()-t));
}
