import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { PresentSurDemande } from '#domain/demande-en-ligne/presence'
import { ETAPES, type Etape } from '#domain/demande-en-ligne/etapes'
import {
  adresseDEtape,
  CAMPAGNE_CLOSE,
  phraseAvancement,
  REFUS_DE_REMPLIR,
  TITRE_ETAPE,
} from '#libelles/demande-en-ligne/demande-en-ligne'
import { adresseDAide } from '#libelles/demande-en-ligne/aide'
import { phrasePresence } from '#libelles/demande-en-ligne/presence'
import { adresseDeVerification } from '#libelles/demande-en-ligne/verification'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { formatInstant } from '#libelles/temps'
import { type MotDit, MotsDEtape } from '#ui/extranet/demande-en-ligne/mots-d-etape'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import commun from '#ui/extranet/extranet.module.css'

/** What the frame of a step says, whatever the step. */
export type Entete = {
  id: string
  campagne: { code: string; libelle: string }
  structure: { id: string; nom: string }
  pourcent: number
  joursRestants: number | null
  version: number
  completes: readonly Etape[]
  /** Who else has it before their eyes. */
  autres: readonly PresentSurDemande[]
  peutRemplir: boolean
  /** Where it was deposited and is open again: what may change, why and until when. */
  ouverture: { parties: readonly string[]; motif: string; echeance: Date; numero: string; dossierId: string } | null
  /** Until when the mission is let see it; null where it is not. */
  aide: Date | null
  /** What the mission said of its steps. */
  mots: readonly MotDit[]
}

type PropsCadre = {
  entete: Entete
  etape: Etape
  /** Who else is there, where the page asks again while it is looked at. */
  presents?: ReactNode
  children: ReactNode
}

/** Around a step: where it stands among the four. */
export function CadreDemande({ entete, etape, presents, children }: PropsCadre) {
  const rang = ETAPES.indexOf(etape)
  const suivante = ETAPES[rang + 1]
  const ou = `Étape ${rang + 1} sur ${ETAPES.length}${suivante ? ` · ensuite\u00a0: ${TITRE_ETAPE[suivante].toLowerCase()}` : ''}`
  return (
    <MarcheDeDemande entete={entete} titre={TITRE_ETAPE[etape]} ici={{ etape, ou }} presents={presents}>
      {children}
    </MarcheDeDemande>
  )
}

type Marche = {
  entete: Entete
  titre: string
  /** The step that is shown and where it stands, in words; null for a page about all of them. */
  ici: { etape: Etape; ou: string } | null
  presents?: ReactNode
  children: ReactNode
}

/** Around a page of a demande: how far it is, its steps, and the way back. */
export function MarcheDeDemande({ entete, titre, ici, presents, children }: Marche) {
  const { id, campagne, structure, completes, peutRemplir, ouverture, aide, mots, autres } = entete
  return (
    <>
      <p>
        <Link to={`/extranet/accueil?structure=${structure.id}`}>Retour à la liste</Link>
      </p>
      <h1>{titre}</h1>
      {ici && <p className={css.avance}>{ici.ou}</p>}
      <p>
        {structure.nom}
        {' · '}
        <Link to={`/extranet/campagnes/${campagne.code}`}>{campagne.libelle}</Link>
      </p>
      {ouverture ? <Rouverte ouverture={ouverture} /> : <Avancement entete={entete} />}
      <nav aria-label="Étapes">
        <ol className={css.etapes}>
          {ETAPES.map((une) => (
            <li key={une}>
              <Link to={adresseDEtape(id, une)} aria-current={une === ici?.etape ? 'step' : undefined}>
                {TITRE_ETAPE[une]}
              </Link>
              {completes.includes(une) && ' (complète)'}
            </li>
          ))}
        </ol>
      </nav>
      {ici && (
        <p className={css.aCote}>
          <Link to={adresseDeVerification(id)}>Vérifier ma demande</Link>
          {!ouverture && (
            <Link to={adresseDAide(id)}>
              {aide ? `La mission voit cette demande jusqu’au ${formatInstant(aide)}` : 'Demander l’aide de la MCEI'}
            </Link>
          )}
        </p>
      )}
      {ici && peutRemplir && (presents ?? <p role="status">{autres.map(phrasePresence).join(' ')}</p>)}
      {ici && <MotsDEtape mots={mots} etape={ici.etape} />}
      {!peutRemplir && <p role="status">{REFUS_DE_REMPLIR.LECTEUR_SEUL}</p>}
      {children}
    </>
  )
}

const Avancement = ({ entete: { pourcent, joursRestants } }: { entete: Entete }) => (
  <>
    <p>
      Complété à {pourcent}
      {'\u00a0'}% · {phraseAvancement(pourcent, joursRestants).replace(` · ${pourcent}\u00a0%`, '')}
    </p>
    {/* There before it speaks: a campagne may close under a hand that writes. */}
    <div role="status">
      {joursRestants === null && (
        <p className={commun.refus}>
          {CAMPAGNE_CLOSE} <Link to="/extranet/contact">Écrivez à la mission</Link>.
        </p>
      )}
    </div>
  </>
)

/** What an officer opened again: read on every step, with the way back to the dossier. */
const Rouverte = ({ ouverture }: { ouverture: NonNullable<Entete['ouverture']> }) => (
  <div className={commun.fait}>
    <p>
      La demande <Link to={adresseDuSuivi(ouverture.dossierId)}>{ouverture.numero}</Link> est ouverte à modification
      jusqu’au <strong>{formatInstant(ouverture.echeance)}</strong>
      {'\u00a0'}: {ouverture.parties.join(', ')}. Pourquoi{'\u00a0'}: {ouverture.motif}
    </p>
    <p>Ce que vous changez est transmis à la mission quand vous validez de nouveau, à la dernière étape.</p>
  </div>
)
