import { Link } from '@remix-run/react'
import { Faits } from '#ui/extranet/faits'

type Mission = { service: string; adresse: string; telephone: string; courriel: string }
type Props = { aJoindre: readonly (Mission & { campagnes: readonly string[] })[]; mission: Mission }

/** Whom to write to, and for which campagnes; each address is said once. Where no campagne says any, the mission itself. */
export const Contact = ({ aJoindre, mission }: Props) => (
  <>
    <h1>Contact</h1>
    {(aJoindre.length > 0 ? aJoindre : [{ ...mission, campagnes: [] }]).map(
      ({ service, adresse, telephone, courriel, campagnes }) => (
        <section key={courriel} aria-label={service}>
          <h2>{service}</h2>
          {campagnes.length > 0 && <p>{campagnes.join(', ')}</p>}
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
      ),
    )}
    <p>
      Pour une demande commencée, l’aide de la mission se demande depuis ses étapes{'\u00a0'}: elle voit alors ce que
      vous voyez. Le <Link to="/extranet/guide">guide</Link> montre la suite des étapes.
    </p>
  </>
)
