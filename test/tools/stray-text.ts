/** What this reads of React's tree. */
interface Fiber {
  readonly tag: number;
  readonly type: unknown;
  readonly memoizedProps: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}

/**
 * The texts on the page that React keeps as nodes of their own, because something stands beside
 * them or because a component rendered nothing but text. When a browser translates the page it puts
 * other nodes in their place: a later change is then lost, a removal or an insertion before them
 * throws. A text that is an element's only child is the element's own, and safe.
 *
 * Complete in itself, so that it can be sent into a page.
 */
export function strayText(): string[] {
  const hostText = 6;
  const found: string[] = [];
  const visit = (first: Fiber | null, parent: string) => {
    for (let fiber = first; fiber; fiber = fiber.sibling) {
      // Nobody translates white space.
      if (fiber.tag === hostText) {
        const text = String(fiber.memoizedProps);
        if (text.trim()) found.push(`<${parent}> ${text}`);
      } else visit(fiber.child, typeof fiber.type === 'string' ? fiber.type : parent);
    }
  };
  const look = (node: Element) => {
    for (const [key, value] of Object.entries(node)) {
      if (!key.startsWith('__reactContainer$') || !value) continue;
      const root = value as { readonly stateNode: { readonly current: Fiber } };
      visit(root.stateNode.current.child, 'root');
    }
    for (const child of [...node.children, ...(node.shadowRoot?.children ?? [])]) look(child);
  };
  look(document.documentElement);
  return found;
}
