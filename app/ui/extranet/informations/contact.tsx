import { Link } from '@remix-run/react'
import { Faits } from '#ui/extranet/faits'

type AJoindre = { service: string; adresse: string; telephone: string; courriel: string; campagnes: readonly string[] }

/** Whom to write to, and for which campagnes; each address is said once. */
export const Contact = ({ aJoindre }: { aJoindre: readonly AJoindre[] }) => (
  <>
    <h1>Contact</h1>
    {aJoindre.length === 0 && (
      <p>
        Aucune campagne ouverte ne donne de coordonnées en ce moment. Si vous avez déjà écrit à la mission, répondez à
        son dernier courriel.
      </p>
    )}
    {aJoindre.map(({ service, adresse, telephone, courriel, campagnes }) => (
      <section key={courriel} aria-label={service}>
        <h2>{service}</h2>
        <p>{campagnes.join(', ')}</p>
        <Faits
          faits={[
            ['Téléphone', telephone],
            ['Adresse', adresse],
          ]}
        />
        <p>
          Courriel{'\u00a0'}: <a href={`mailto:${courriel}`}>{courriel}</a>
        </p>
      </section>
    ))}
    <p>
      Pour une demande commencée, l’aide de la mission se demande depuis ses étapes{'\u00a0'}: elle voit alors ce que
      vous voyez. Le <Link to="/extranet/guide">guide</Link> montre la suite des étapes.
    </p>
  </>
)
