import type { Config } from './config.ts';

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
  const roll = dice(pauseSeed);
  return async (point) => {
    if (roll() < (chances.get(point) ?? 0)) process.kill(process.pid, 'SIGKILL');
  };
}

/** mulberry32: the same seed, the same rolls. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
