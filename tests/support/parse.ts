import { JSDOM } from 'jsdom';

/** A whole window takes longer to make than a page takes to read, so all pages of a process are read in one. */
const { window } = new JSDOM('', { url: 'http://localhost/' });
const parser = new window.DOMParser();

/** Reads markup; nothing of it is run or loaded, and addresses are those of the attributes. */
export const parseHtml = (html: string): Document => parser.parseFromString(html, 'text/html');
