import css from '#ui/extranet/extranet.module.css'

/** What is said of something: each fact with its name. */
export const Faits = ({ faits }: { faits: readonly (readonly [nom: string, valeur: string])[] }) => (
  <dl className={css.faits}>
    {faits.map(([nom, valeur]) => (
      <div key={nom} style={{ display: 'contents' }}>
        <dt>{nom}</dt>
        <dd>{valeur}</dd>
      </div>
    ))}
  </dl>
)
