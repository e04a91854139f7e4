import { runSchedule } from '/work/main/tests/simulation/world.ts';
import { SOUND } from '/work/main/tests/simulation/protocol.ts';
import { seededTape } from '/work/main/tests/simulation/tape.ts';
const n = Number(process.argv[2] ?? 50);
const t = performance.now();
let ev=0, bad=0, draws=0;
for (let s=1;s<=n;s++){ const o = await runSchedule({protocol: SOUND, tape: seededTape(s)}); ev+=o.events; draws+=o.tape.length;
 if(o.violations.length && bad++<5) console.log(s, o.violations.slice(0,4)); }
console.log(n, 'bad', bad, 'ms/sched', (performance.now()-t)/n, 'ev', ev/n, 'draws', draws/n);
