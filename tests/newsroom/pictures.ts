/** Pictures for articles: small drawn scenes, the same for the same address. */
import { type Topic, topics } from './types.ts';

const width = 1200;
const height = 675;

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Scene = (next: () => number, ink: string) => string;

const many = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

const houses: Scene = (next, ink) =>
  many(15, (index) => {
    const tall = 140 + next() * 260;
    const x = index * 84 - 20;
    const windows = many(4, (row) => {
      const y = height - tall + 24 + row * 34;
      return next() > 0.35 ? `<rect x="${x + 18}" y="${y}" width="14" height="18" fill="#ffe9a8"/>` : '';
    });
    return `<rect x="${x}" y="${height - tall}" width="78" height="${tall}" fill="${ink}"/>${windows}`;
  });

const hills: Scene = (next, ink) =>
  many(3, (index) => {
    const y = 430 + index * 75;
    const [a, b] = [y - 150 * next(), y + 60 * next()];
    return `<path d="M0 ${y} C300 ${a} 500 ${b} 700 ${y - 40} S1050 ${a} 1200 ${y} V675 H0Z" fill="${ink}" opacity="${0.45 + index * 0.25}"/>`;
  });

const pylons: Scene = (next, ink) => {
  const towers = many(4, (index) => {
    const x = 120 + index * 320;
    return `<path d="M${x - 46} 640 L${x} 210 L${x + 46} 640 M${x - 90} 300 H${x + 90} M${x - 70} 370 H${x + 70} M${x - 30} 520 L${x + 36} 450 M${x + 30} 520 L${x - 36} 450" stroke="${ink}" stroke-width="9" fill="none"/>`;
  });
  const sag = 60 + next() * 40;
  const line = (y: number): string =>
    `<path d="M-200 ${y} ${`q160 ${sag} 320 0 `.repeat(5)}" stroke="${ink}" stroke-width="3" fill="none"/>`;
  return `<rect y="620" width="1200" height="55" fill="${ink}"/>${towers}${line(300)}${line(370)}`;
};

const rain: Scene = (next, ink) => {
  const cloud = (x: number, y: number): string =>
    `<g fill="#fff" opacity=".85"><circle cx="${x}" cy="${y}" r="75"/><circle cx="${x + 85}" cy="${y - 30}" r="90"/><circle cx="${x + 180}" cy="${y}" r="75"/><rect x="${x}" y="${y}" width="180" height="75"/></g>`;
  const drops = many(70, () => {
    const [x, y] = [next() * width, 330 + next() * 300];
    return `<path d="M${x.toFixed(0)} ${y.toFixed(0)} l-12 34" stroke="${ink}" stroke-width="4"/>`;
  });
  return `${cloud(150 + next() * 120, 210)}${cloud(680 + next() * 140, 250)}${drops}`;
};

const field: Scene = (next, ink) => {
  const ball = 260 + next() * 680;
  return `<rect y="400" width="1200" height="275" fill="#2f7d4a"/><path d="M0 450 H1200 M600 400 V675" stroke="#fff" stroke-width="6" opacity=".8"/><ellipse cx="600" cy="560" rx="170" ry="70" fill="none" stroke="#fff" stroke-width="6" opacity=".8"/>${many(26, (index) => `<circle cx="${index * 48}" cy="${372 - next() * 40}" r="16" fill="${ink}"/>`)}<circle cx="${ball.toFixed(0)}" cy="590" r="26" fill="#fff" stroke="#222" stroke-width="5"/>`;
};

const bars: Scene = (next, ink) => {
  const points = Array.from(
    { length: 9 },
    (_, index) => [90 + index * 128, 420 - index * 18 - next() * 140] as const,
  );
  const line = points.map(([x, y], index) => `${index ? 'L' : 'M'}${x} ${y.toFixed(0)}`).join(' ');
  const columns = points.map(
    ([x, y]) =>
      `<rect x="${x - 34}" y="${(y + 70).toFixed(0)}" width="68" height="600" fill="${ink}" opacity=".75"/>`,
  );
  return `${columns.join('')}<path d="${line}" stroke="#fff" stroke-width="10" fill="none" stroke-linejoin="round"/>`;
};

const circuit: Scene = (next, ink) =>
  many(16, (index) => {
    const y = 60 + index * 38;
    const [bend, end] = [200 + next() * 400, 700 + next() * 420];
    const down = y + (next() - 0.5) * 120;
    return `<path d="M0 ${y} H${bend.toFixed(0)} L${(bend + 70).toFixed(0)} ${down.toFixed(0)} H${end.toFixed(0)}" stroke="${ink}" stroke-width="7" fill="none"/><circle cx="${end.toFixed(0)}" cy="${down.toFixed(0)}" r="15" fill="#fff" stroke="${ink}" stroke-width="7"/>`;
  });

const stars: Scene = (next, ink) =>
  `${many(110, () => `<circle cx="${(next() * width).toFixed(0)}" cy="${(next() * 470).toFixed(0)}" r="${(1 + next() * 4).toFixed(1)}" fill="#fff"/>`)}<circle cx="${(300 + next() * 600).toFixed(0)}" cy="250" r="115" fill="#fff" opacity=".85"/>${hills(next, ink)}`;

const arches: Scene = (next, ink) => {
  const top = 215 + next() * 60;
  const openings = many(7, (index) => {
    const x = 45 + index * 165;
    return `<path d="M${x} 640 V${(top + 130).toFixed(0)} a60 60 0 0 1 120 0 V640Z" fill="#fff" opacity="${(0.3 + next() * 0.5).toFixed(2)}"/>`;
  });
  return `<rect y="${top.toFixed(0)}" width="1200" height="460" fill="${ink}"/><rect y="${(top - 22).toFixed(0)}" width="1200" height="12" fill="${ink}"/>${openings}`;
};

/** A scene's drawing, the hue of its sky, and whether the sun is missing from it. */
const scenes: Record<Topic, { scene: Scene; hue: number; sunless?: true }> = {
  world: { scene: arches, hue: 210 },
  energy: { scene: pylons, hue: 32 },
  economy: { scene: bars, hue: 155 },
  europe: { scene: arches, hue: 228 },
  weather: { scene: rain, hue: 205 },
  technology: { scene: circuit, hue: 265, sunless: true },
  science: { scene: stars, hue: 250, sunless: true },
  culture: { scene: arches, hue: 345 },
  sport: { scene: field, hue: 195 },
  city: { scene: houses, hue: 18 },
};

/** The picture with this name (`TOPIC-NUMBER`) as SVG, or null where there is no such topic. */
export function picture(name: string): string | null {
  const [, word, digits] = /^([a-z]+)-(\d+)$/.exec(name) ?? [];
  const topic = topics.find((each) => each === word);
  if (!topic) return null;
  const next = random(Number(digits));
  const { scene, hue: base, sunless } = scenes[topic];
  const hue = Math.round(base + (next() - 0.5) * 36);
  const sun = `<circle cx="${(200 + next() * 800).toFixed(0)}" cy="${(130 + next() * 150).toFixed(0)}" r="85" fill="#fff" opacity=".5"/>`;
  const night = topic === 'science';
  const [top, low] = night
    ? [`hsl(${hue} 55% 18%)`, `hsl(${hue} 45% 45%)`]
    : [`hsl(${hue} 55% 58%)`, `hsl(${hue + 24} 70% 86%)`];
  const sky = `<linearGradient id="s" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${low}"/></linearGradient>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${sky}</defs><rect width="${width}" height="${height}" fill="url(#s)"/>${sunless ? '' : sun}${scene(next, `hsl(${hue} 45% 24%)`)}</svg>`;
}
