import type { ComponentChildren } from 'preact';

interface OutsideLinkProps {
  /** http(s). */
  readonly url: string;
  readonly look?: string;
  readonly children: ComponentChildren;
}

/** A link to another site, which learns neither where it came from nor gets hold of this page. */
export function OutsideLink({ url, look, children }: OutsideLinkProps) {
  return (
    <a class={look} href={url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
      {children}
    </a>
  );
}
