import { describe, expect, it } from 'vitest';
import { labelled } from '../../../utils/text/labels.ts';

describe('marks of a headline', () => {
  it.each([
    ['Storm hits the coast (VIDEO)', 'Storm hits the coast', ['video']],
    ['Storm hits the coast [video + photos]', 'Storm hits the coast', ['video', 'photo']],
    ['VIDEO: Storm hits the coast', 'Storm hits the coast', ['video']],
    ['Live: storm hits the coast – video', 'storm hits the coast', ['video', 'live']],
    ['[Updated] Storm hits the coast', 'Storm hits the coast', ['updated']],
    ['Шторм на узбережжі. Фото, відео', 'Шторм на узбережжі.', ['video', 'photo']],
    ['Шторм на узбережжі ФОТО', 'Шторм на узбережжі', ['photo']],
    ['Шторм на узбережжі (ФОТО і ВІДЕО, оновлено)', 'Шторм на узбережжі', ['video', 'photo', 'updated']],
    ['Ексклюзив: що кажуть рибалки', 'що кажуть рибалки', ['exclusive']],
    ['Шторм на берегу — видео', 'Шторм на берегу', ['video']],
    ['Opinion | What the storm taught us', 'What the storm taught us', ['opinion']],
    ['She shared a photo', 'She shared a photo', []],
    ['Live music returns to the harbour', 'Live music returns to the harbour', []],
    ['Videotape found', 'Videotape found', []],
    ['Video', 'Video', []],
    ['ФОТО: ВІДЕО', 'ВІДЕО', ['photo']],
  ])('%s', (written, title, labels) => {
    expect(labelled(written)).toEqual({ title, labels });
    expect(labelled(title).title).toBe(title);
  });

  it('are joined by what the sections say', () => {
    expect(labelled('Harbour fees', ['News', ' Opinion ']).labels).toEqual(['opinion']);
    expect(labelled('Портові збори', ['Колонки']).labels).toEqual(['opinion']);
  });
});
