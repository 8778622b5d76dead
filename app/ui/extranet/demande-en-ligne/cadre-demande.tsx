import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ETAPES, type Etape } from '#domain/demande-en-ligne/etapes'
import {
  adresseDEtape,
  phraseAvancement,
  REFUS_DE_REMPLIR,
  TITRE_ETAPE,
} from '#libelles/demande-en-ligne/demande-en-ligne'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'

/** What the frame of a step says, whatever the step. */
export type Entete = {
  id: string
  campagne: { code: string; libelle: string }
  structure: { id: string; nom: string }
  pourcent: number
  joursRestants: number | null
  completes: readonly Etape[]
  peutRemplir: boolean
}

/** Around a step: where it stands among the four, how far the demande is, and the way back. */
export function CadreDemande({ entete, etape, children }: { entete: Entete; etape: Etape; children: ReactNode }) {
  const { id, campagne, structure, pourcent, joursRestants, completes, peutRemplir } = entete
  const rang = ETAPES.indexOf(etape)
  const suivante = ETAPES[rang + 1]
  return (
    <>
      <p>
        <Link to={`/extranet/accueil?structure=${structure.id}`}>Retour à la liste</Link>
      </p>
      <h1>{TITRE_ETAPE[etape]}</h1>
      <p className={css.avance}>
        Étape {rang + 1} sur {ETAPES.length}
        {suivante && ` · ensuite\u00a0: ${TITRE_ETAPE[suivante].toLowerCase()}`}
      </p>
      <p>
        {structure.nom}
        {' · '}
        <Link to={`/extranet/campagnes/${campagne.code}`}>{campagne.libelle}</Link>
      </p>
      <p>
        Complété à {pourcent}
        {'\u00a0'}% · {phraseAvancement(pourcent, joursRestants).replace(` · ${pourcent}\u00a0%`, '')}
      </p>
      <nav aria-label="Étapes">
        <ol className={css.etapes}>
          {ETAPES.map((une) => (
            <li key={une}>
              <Link to={adresseDEtape(id, une)} aria-current={une === etape ? 'step' : undefined}>
                {TITRE_ETAPE[une]}
              </Link>
              {completes.includes(une) && ' (complète)'}
            </li>
          ))}
        </ol>
      </nav>
      {!peutRemplir && <p role="status">{REFUS_DE_REMPLIR.LECTEUR_SEUL}</p>}
      {children}
    </>
  )
}
