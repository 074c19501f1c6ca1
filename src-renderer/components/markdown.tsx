import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { api } from '../api.ts';
import classes from './markdown.module.css';
import { notifyError } from './notify.tsx';

const plugins = [remarkGfm];

/*
 * HTML in the text is not interpreted, images are never fetched (only their description is shown), and a link
 * opens outside after the user has seen its address. Headings sink below those of the page.
 */
const components: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h4>{children}</h4>,
  h5: ({ children }) => <h4>{children}</h4>,
  h6: ({ children }) => <h4>{children}</h4>,
  img: ({ alt }) => <em>{alt}</em>,
  input: ({ checked }) => <span aria-hidden="true">{checked === true ? '☑' : '☐'} </span>,
  a: ({ href, children }) => (
    <button
      type="button"
      className={classes.link}
      title={href}
      onClick={() => href !== undefined && void open(href)}
    >
      {children}
    </button>
  ),
};

async function open(url: string): Promise<void> {
  await api.shell.openExternal({ url }).catch(notifyError);
}

/** Shows a text written in Markdown (with tables, task lists and bare links), safely. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className={classes.root}>
      <ReactMarkdown remarkPlugins={plugins} components={components}>
        {children}
      </ReactMarkdown>
    </div>
  );
}
