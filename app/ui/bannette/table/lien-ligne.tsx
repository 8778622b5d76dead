import css from '#ui/bannette/table/lien-ligne.module.css'

type Props = { vers: string; tabIndex?: number | undefined; title?: string; children: string; secondaire?: true }

/**
 * The link of a row to its page; on a card the whole card opens it. `secondaire`: another page the row speaks of. The list that holds it
 * follows it (liste-bannette): one listener for all the rows, as there are a hundred of them.
 */
export const LienLigne = ({ vers, tabIndex, title, children, secondaire }: Props) => (
  <a href={vers} tabIndex={tabIndex} title={title} className={secondaire ? css.secondaire : css.lien}>
    {children}
  </a>
)
