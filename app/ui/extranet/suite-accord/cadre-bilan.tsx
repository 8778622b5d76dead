import type { ReactNode } from 'react'
import { formatMontant } from '#domain/budget/montant'
import { formatJour } from '#domain/temps/jour'
import {
  adresseDeCertificationDuBilan,
  adresseDesFichiersDuBilan,
  adresseDuBilan,
  adresseDuSuivi,
} from '#libelles/demandeur/adresses'
import { POURQUOI_UN_BILAN } from '#libelles/demandeur/bilan-du'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import dossier from '#ui/extranet/dossier-suivi/dossier-suivi.module.css'
import { LienDuDemandeur } from '#ui/extranet/dossier-suivi/lien-du-demandeur'
import commun from '#ui/extranet/extranet.module.css'
import { Faits } from '#ui/extranet/faits'
import type { BilanDit } from '#ui/extranet/suite-accord/bilan-vu'

export type PageDeBilan = 'BILAN' | 'FICHIERS' | 'CERTIFICATION'

const PAGES = [
  ['BILAN', 'Ce qui a été fait', adresseDuBilan],
  ['FICHIERS', 'Fichiers', adresseDesFichiersDuBilan],
  ['CERTIFICATION', 'Rendre le bilan', adresseDeCertificationDuBilan],
] as const

type Props = { bilan: BilanDit; page: PageDeBilan; children: ReactNode }

/** Around the pages on which a bilan is written: what is due, why and until when, and where one is. */
export function CadreBilan({ bilan, page, children }: Props) {
  const { id, numero } = bilan
  return (
    <>
      <p>
        <LienDuDemandeur vers={adresseDuSuivi(id)}>Retour à la demande{numero && ` ${numero}`}</LienDuDemandeur>
      </p>
      <h1>Rendre le bilan</h1>
      <Attendu bilan={bilan} />
      <nav aria-label="Étapes du bilan">
        <ol className={css.etapes}>
          {PAGES.map(([nom, titre, adresse], rang) => (
            <li key={nom}>
              <LienDuDemandeur vers={adresse(id)} aria-current={nom === page ? 'step' : undefined}>
                {rang + 1}. {titre}
              </LienDuDemandeur>
            </li>
          ))}
        </ol>
      </nav>
      {children}
    </>
  )
}

/** What is owed, why, until when, and what the mission said of what was given before. */
export function Attendu({ bilan: { duLe, etat, motif, prevu, objet } }: { bilan: BilanDit }) {
  const jour = (le: string | null) => (le === null ? 'non précisée' : formatJour(le))
  return (
    <>
      <p className={commun.fait}>
        {etat === 'EN_RETARD' ? 'Ce bilan était à rendre' : 'Ce bilan est à rendre'} au plus tard le{' '}
        <strong>{formatJour(duLe)}</strong>
        {etat === 'EN_RETARD' && '\u00a0: rendez-le dès que possible'}. {POURQUOI_UN_BILAN}
      </p>
      {motif && (
        <section className={commun.refus} aria-labelledby="a-completer">
          <h2 id="a-completer">Ce que la mission vous demande de compléter</h2>
          <p className={dossier.mots}>{motif}</p>
        </section>
      )}
      <Faits
        faits={[
          ['Projet', objet],
          ['Subvention accordée', formatMontant(prevu.montantCents)],
          ['Dates prévues', `${jour(prevu.debut)} – ${jour(prevu.fin)}`],
          ...(prevu.participants === null ? [] : [['Participants prévus', String(prevu.participants)] as const]),
        ]}
      />
    </>
  )
}
