// @vitest-environment happy-dom
import { type ComponentType, createElement, render } from 'preact';
import { expect, test, vi } from 'vitest';
import { asNode } from '../../components/dom/as-node.ts';
import { guide } from '../../data/index.ts';
import { detailOf } from '../../lib/agenda.ts';

const nothing = () => {};
const card = { title: 'A “title” & <more>', takeaway: 'A takeaway.', onPick: nothing, onToggle: nothing };

type Modules = {
  card: typeof import('../../components/Card.tsx');
  briefing: typeof import('../../components/Briefing.tsx');
};

async function load(): Promise<Modules> {
  vi.resetModules();
  return { card: await import('../../components/Card.tsx'), briefing: await import('../../components/Briefing.tsx') };
}

/** The components as the popup's build has them, and as the content script's has them (scripts/vite.ts). */
const byPreact = await load();
vi.doMock('preact/jsx-runtime', () => import('../../components/dom/jsx-runtime.ts'));
vi.doMock('preact/jsx-dev-runtime', () => import('../../components/dom/jsx-runtime.ts'));
const byNodes = await load();

function withPreact<P extends object>(component: (props: P) => unknown, props: P): string {
  const root = document.createElement('main');
  render(createElement(component as ComponentType<P>, props), root);
  return root.innerHTML;
}

function withNodes<P extends object>(component: (props: P) => unknown, props: P): string {
  const root = document.createElement('main');
  root.append(asNode(component(props) as never));
  return root.innerHTML;
}

test('The two builds differ in their runtime.', () => {
  expect(withNodes(byNodes.card.CardFailure, {})).toContain('Reload the page');
  expect(() => withNodes(byPreact.card.CardFailure, {})).toThrow(TypeError);
});

test.each([true, false])('A closed card is the same in both, picked or not: %s.', (picked) => {
  const props = { ...card, picked };
  expect(withNodes(byNodes.card.CardBar, props)).toBe(withPreact(byPreact.card.CardBar, props));
});

test('A card that failed is the same in both.', () => {
  expect(withNodes(byNodes.card.CardFailure, {})).toBe(withPreact(byPreact.card.CardFailure, {}));
});

test.each(guide.sessions.map(({ id }) => id))('The open card and the briefing of %s are the same in both.', (id) => {
  const detail = detailOf(guide, id);
  expect(withNodes(byNodes.card.CardPanel, { detail })).toBe(withPreact(byPreact.card.CardPanel, { detail }));
  const props = { detail, subject: guide.subject, picked: id < '28', onPick: nothing };
  const briefing = withNodes(byNodes.briefing.Briefing, props);
  expect(briefing).toBe(withPreact(byPreact.briefing.Briefing, props));
  expect(briefing).toContain(`https://${id < '28' ? 'kccncna2025' : 'colocatedeventsna2025'}`);
});
