/** The panel of related news on a page: what it shows, and what a reader set for a site. */
import type { RelatedReason } from './view.ts';

/** One headline of the panel. Everything is plain text; the address is http(s). */
export interface PanelRow {
  readonly title: string;
  readonly url: string;
  /** BCP 47 tag, or null. */
  readonly language: string | null;
  /** Whether it is in another language than the page. */
  readonly isForeign: boolean;
  /** UTC ms. */
  readonly at: number;
  readonly source: { readonly name: string; readonly host: string };
  readonly reason: RelatedReason;
}

/** `since`: what came after an old page; `same`: other outlets on the same story; `related`: what else belongs to it. */
export interface PanelGroup {
  readonly kind: 'since' | 'same' | 'related';
  readonly rows: readonly PanelRow[];
}

/** What the reader set for one site. */
export interface PanelSite {
  readonly host: string;
  /** 'Not on this site'. */
  readonly isOff: boolean;
  /** 'Keep collapsed on this site'. */
  readonly isCollapsed: boolean;
  /** In which lower corner it stands: where lines end, or where they begin. */
  readonly side: 'end' | 'start';
  /** 'Not on this site', said of the bar. */
  readonly isBarOff: boolean;
}

/** All that a page is handed when its panel is injected. */
export interface PanelView {
  readonly groups: readonly PanelGroup[];
  /** The page that was asked about; where the tab shows another by now, nothing is drawn. */
  readonly address: string;
  readonly site: PanelSite;
  /** Followed sources. */
  readonly sources: number;
  /** Whether the page's site is one of them. */
  readonly isFollowed: boolean;
  /** Whether the reader asked by a click: then the card is open, and says so where there is nothing. */
  readonly isAsked: boolean;
  /** The language of the interface. */
  readonly language: 'en' | 'uk';
}

/** What of the panel on a site is wanted now. */
export interface PanelStanding {
  readonly isWanted: boolean;
}

export const PANEL_SITE = { isOff: false, isCollapsed: true, side: 'end', isBarOff: false } as const;

/** One headline of the bar. Everything is plain text; the address is http(s). */
export type BarItem = Omit<PanelRow, 'isForeign' | 'reason'>;

/** What the bar at the lower edge of a page shows. */
export interface BarView {
  /** What breaks, then the newest; none: there is no bar. */
  readonly items: readonly BarItem[];
  /** How many of the first of these break. */
  readonly breaking: number;
  /** The language of the interface. */
  readonly language: 'en' | 'uk';
}
