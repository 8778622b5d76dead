import { Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import css from '#ui/campagne/textes.module.css'
import { formatInstant } from '#libelles/temps'

export type VersionMontree = {
  numero: number
  agent: string
  creeLe: Date
  /** Where its words are not those of the house. */
  differences: readonly { nom: string; maison: string; texte: string }[]
}

/** What the texts of a mail were, who wrote them and when, how they differ from the house's, and the way back to each. */
export const TextesVersions = ({ adresse, versions }: { adresse: string; versions: readonly VersionMontree[] }) => (
  <>
    <Typography variant="h2" sx={{ mt: 3 }}>
      Versions
    </Typography>
    <ul className={css.versions}>
      {versions.map(({ numero, agent, creeLe, differences }, rang) => (
        <li key={numero}>
          <details>
            <summary>
              {`Version ${numero}, ${formatInstant(creeLe)}, ${agent}${rang === 0 ? ' (en vigueur)' : ''}`}
            </summary>
            {differences.length === 0 && <p>Les textes d’origine.</p>}
            {differences.map(({ nom, maison, texte }) => (
              <p key={nom}>
                {nom}
                {'\u00a0'}: <del>{maison || 'rien'}</del> <ins>{texte || 'rien'}</ins>
              </p>
            ))}
          </details>
          {rang > 0 && <Link to={`${adresse}?de=${numero}`}>{`Reprendre la version ${numero}`}</Link>}
        </li>
      ))}
      <li>
        Textes d’origine {versions.length === 0 && '(en vigueur)'}
        {versions.length > 0 && <Link to={`${adresse}?de=0`}>Reprendre les textes d’origine</Link>}
      </li>
    </ul>
  </>
)
