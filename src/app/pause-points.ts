import type { Config } from './config.ts';
import { makeDice } from './dice.ts';

/**
 * For crash tests: stops this process dead at named places with the probability given for each
 * (`before-commit=0.02,target-answered=0.05`). Null in every other process.
 */
export function pausePoints({
  pausePoints: spec,
  pauseSeed,
}: Config): ((point: string) => Promise<void>) | null {
  if (spec === null) return null;
  const chances = new Map(
    spec.split(',').map((pair) => {
      const [point = '', chance = '0'] = pair.split('=');
      return [point, Number(chance)] as const;
    }),
  );
  const dice = makeDice(pauseSeed);
  return async (point) => {
    if (dice.chance(chances.get(point) ?? 0)) process.kill(process.pid, 'SIGKILL');
  };
}
