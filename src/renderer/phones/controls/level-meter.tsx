import { useEffect, useRef } from 'react';
import { barLevels, METER_BARS } from '../logic/meter.ts';

const BARS = Array.from({ length: METER_BARS }, (_, bar) => bar);
/** A bar never vanishes: the meter is there even in silence. */
const LOWEST = 0.1;

/** Bars that follow what is heard now; at rest they show the course of the last sound, or lie flat. */
export function LevelMeter(props: {
  readonly analyser: AnalyserNode | null;
  readonly shape: readonly number[] | null;
  readonly label: string;
}) {
  const { analyser, shape } = props;
  const bars = useRef<(HTMLElement | null)[]>([]);

  useEffect(() => {
    const draw = (levels: readonly number[]) => {
      for (const [bar, element] of bars.current.entries()) {
        if (element) element.style.transform = `scaleY(${Math.max(LOWEST, levels[bar] ?? 0)})`;
      }
    };
    if (analyser === null) return draw(shape ?? []);
    const spectrum = new Uint8Array(analyser.frequencyBinCount);
    let frame = 0;
    const follow = () => {
      analyser.getByteFrequencyData(spectrum);
      draw(barLevels(spectrum));
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [analyser, shape]);

  return (
    <span className="ph-meter" role="img" aria-label={props.label} data-playing={analyser !== null || undefined}>
      {BARS.map((bar) => (
        <i
          key={bar}
          ref={(element) => {
            bars.current[bar] = element;
          }}
        />
      ))}
    </span>
  );
}
