import { Link as MuiLink } from '@mui/material'
import { type EtatCourriel, estParti } from '#domain/courriel/courriel'
import type { Preuve } from '#domain/courriel/preuve'
import type { CopieMontree, VieDeCourriel } from '#domain/courriel/vie'
import { LIBELLE_PREUVE, SENS_PREUVE } from '#libelles/courriel/preuve'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'
import css from '#ui/courriel/courriel-vie.module.css'
import { ASPECT_DE_PREUVE, EtatCourrielChip } from '#ui/kit/etat-chip'
import { Etiquette } from '#ui/kit/icone/etiquette'

/** What is proved of a mail, in its word. */
const PreuveChip = ({ preuve }: { preuve: Preuve }) => (
  <Etiquette {...ASPECT_DE_PREUVE[preuve]} title={SENS_PREUVE[preuve]}>
    {LIBELLE_PREUVE[preuve]}
  </Etiquette>
)

/** Where a mail stands: once it left, what is proved of it and no other word. */
export const EtatOuPreuve = ({ etat, preuve }: { etat: EtatCourriel; preuve: Preuve | null }) =>
  preuve && estParti(etat) ? <PreuveChip preuve={preuve} /> : <EtatCourrielChip etat={etat} remisAuServeurLe={null} />

type Props = {
  courriel: VieDeCourriel & { id: string; creeLe: Date }
  /** The headers of the last copy, where the page shows them. */
  entetes?: string | null
}

/** What is proved of a mail, each step of its life in the words of the servers, and what was handed over, exactly. */
export function CourrielVie({ courriel, entetes }: Props) {
  const { id, creeLe, preuve, etapes, copies } = courriel
  return (
    <details className={css.vie}>
      <summary>Ce qui est prouvé de ce courriel</summary>
      {preuve && (
        <p className={css.dit}>
          <PreuveChip preuve={preuve} /> {SENS_PREUVE[preuve]}
        </p>
      )}
      <ol aria-label="Vie de ce courriel">
        <li>{formatInstant(creeLe)} · Promis</li>
        {etapes.map(({ le, dit, mots }) => (
          <li key={`${dit} ${le.getTime()}`}>
            {formatInstant(le)} · {dit}
            {mots && (
              <>
                {'\u00a0'}: <code>{mots}</code>
              </>
            )}
          </li>
        ))}
      </ol>
      {copies.length > 0 && (
        <ul aria-label="Copies exactes">
          {copies.map((copie) => (
            <Copie key={copie.prise} adresse={`/courriels/${id}/copies/${copie.prise}`} copie={copie} />
          ))}
        </ul>
      )}
      {entetes && (
        <details>
          <summary>En-têtes, comme ils sont partis</summary>
          <pre>{entetes}</pre>
        </details>
      )}
    </details>
  )
}

const Copie = ({ adresse, copie: { le, taille, sha256, pieces } }: { adresse: string; copie: CopieMontree }) => (
  <li>
    <MuiLink href={adresse} download underline="always">
      Copie exacte du {formatInstant(le)}
    </MuiLink>{' '}
    (.eml, {tailleLisible(taille)}), empreinte SHA-256 <code>{sha256}</code>
    {pieces.map((piece) => (
      <div key={piece.sha256}>
        Pièce jointe «{'\u00a0'}
        {piece.nom}
        {'\u00a0'}» ({tailleLisible(piece.taille)}), empreinte SHA-256 <code>{piece.sha256}</code>
      </div>
    ))}
  </li>
)
