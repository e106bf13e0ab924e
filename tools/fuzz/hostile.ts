/** Invented content of broken or hostile pages: texts, addresses and markup. */

import { pageIndex } from '../../data/page-index.ts';

const { subject, mentions } = pageIndex;
/** The subject in full-width capitals. */
const wide = subject.toUpperCase().replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Hostile and odd texts for titles. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  '<img src=x onerror=alert(1)>',
  '</style></script><script>throw 1</script>',
  '\u202Eedoc\u202C \u2066isolated',
  'nul\u0000 and bell\u0007',
  'half a pair \uD83D here \uDC1D',
  '👩🏽‍🚀'.repeat(40),
  'x'.repeat(20_000),
  '{"__proto__":{"polluted":true}}',
  '{t} {subject} {title} $& $1 %s',
  '12:60 PM – 99:99, Febtember 31, 0000',
  `${subject}, ${subject} and ${mentions.strong.at(-1)}: ${mentions.quiet[0]} for everyone [GUIDE]`,
  `${subject.toLowerCase()}\u200B ${subject.slice(0, 2)}\u00AD${subject.slice(2)} ${wide}`,
  '\r\n\u2028\u2029\u0085',
  'event/',
];

/** Values of `href` that contain a session's id. */
export function hostileAddresses(id: string, host: string): string[] {
  const other = [...id].map((letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
  return [
    `event/${id}`,
    `/event/${id}/slug?iframe=yes&w=100%&sidebar=yes#%E0%A4%A`,
    `https://${host}/event/${id}`,
    `//${host}/event/${id}/`,
    `HTTP://${host.toUpperCase()}:80/event/${id}?`,
    ` \n event/${id}/white\tspace`,
    `./x/../event/${id}`,
    `\\event\\${id}`,
    `event/${other.join('')}`,
    `event/${id.slice(0, -1)}`,
    `event/${id}12`,
    `event/${id}-l`,
    `event/%32${id.slice(1)}`,
    `events/${id}/event/${id}`,
    `list?next=/event/${id}`,
    `#/event/${id}`,
    `speaker/event/${id}`,
    `https://example.com/event/${id}`,
    `https://${host}.example.com/event/${id}`,
    `https://${host}@example.com/event/${id}`,
    `https://${host}:8443/event/${id}`,
    `https://[/event/${id}`,
    `blob:https://${host}/event/${id}`,
    `data:text/html,event/${id}`,
    `javascript:void 'event/${id}'`,
    `event/${id}/${'y'.repeat(5_000)}`,
    `https://sched.co/${id}`,
    `http://sched.co/${id}/?x#y`,
    `https://sched.co/${other.join('')}`,
    `https://sched.co.example.com/${id}`,
    `https://evilsched.co/${id}`,
    '#',
    '',
    '%',
  ];
}

/** Markup to insert into a page's HTML text, before parsing. */
export function hostileMarkup(id: string): string[] {
  return [
    `<a href=event/${id}>`,
    `<span class="event"><a href="event/${id}"`,
    `<span class=event><span class=event><a href=event/${id}>x</a><a class=name href="#">`,
    `<svg><a href="event/${id}"><text>x`,
    `<svg xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="event/${id}">`,
    `<math><mtext><a href="event/${id}">`,
    `<template><span class="event"><a href="event/${id}">x</a></span></template>`,
    `<div class="list-single"><div class="list-single__event"><span class="event"><a class="name" href="#">T</a>`,
    `<input id="shorturl" value="https://sched.co/${id}">`,
    `<form name="querySelector"><input name="children"><input id="dataset"><input name="parentElement">`,
    '<a id="getAttribute" name="body">',
    '<form name="documentElement"></form><form name="readyState"></form><form name="body"></form><img name="location">',
    `<form class="event"><input name="closest"><input name="childNodes"><input name="nextElementSibling"><a href="event/${id}">x</a>`,
    `<div contenteditable><span class="event"><a class="name" href="event/${id}">x</a></span>`,
    '<csg-strip>of the page</csg-strip>',
    `<span class="event"><a class="name" href="event/${id}"><span class="session-title">${'long, - & '.repeat(20_000)}</span></a></span>`,
    `<base href="https://example.com/x/"><span class="event"><a class="name" href="event/${id}">x</a></span>`,
    '<base href="https://example.com/">',
    '<base href="javascript:">',
    '<div id="tip"><div class="list-simple" id="sched-content-inner"><div id="schedorg">',
    '</div></span></a></div></body></html>',
    '<table><tr><td><li><p><table>',
    '<!-- ',
    '<![CDATA[ ]]>',
    '<style>* { all: revert !important } ',
    '<noscript><p title="',
    `<div class="list-single__date">Tuesday Novembruary 99 25:61 <span class="tz">XYZ`,
    '\u0000<\u0001 \uFFFE&#0;&#xD800;&#x110000;&bogus;',
  ];
}
