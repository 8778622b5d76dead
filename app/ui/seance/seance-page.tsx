import { Link } from '@remix-run/react'
import { formatMontant } from '#domain/budget/montant'
import { useSujet } from '#ui/kit/direct/etat'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageHeader } from '#ui/kit/page-header'
import { ClasseurForm } from '#ui/seance/classeur-form'
import { ListeAImprimer } from '#ui/seance/liste-a-imprimer'
import { SeanceForm } from '#ui/seance/seance-form'
import { type LigneVue, SeanceListe } from '#ui/seance/seance-liste'
import { SeanceSuite, type SeanceVue } from '#ui/seance/seance-suite'
import css from '#ui/seance/seance.module.css'
import { VoteForm } from '#ui/seance/vote-form'

type Seance = Omit<SeanceVue, 'lignes'> & {
  /** The last entry of the journal that the page shows. */
  dite: number
  clotureJours: number
  cloture: string
  intitule: string
  lignes: readonly (LigneVue & { nature: string | null })[]
  /** Who was there at the vote entered last. */
  derniersPresents: string
  enveloppes: readonly { code: string; libelle: string; resteCents: bigint | null }[]
}

type Props = {
  seance: Seance
  /** The line whose vote is asked for; null for the first that has none. */
  choisie: string | null
  titre: string
  dit: string
  reponse: Reponse | undefined
}

/** A séance: what comes next, the vote of the line being read, and its whole list. */
export function SeancePage({ seance, choisie, titre, dit, reponse }: Props) {
  const { etape, lignes, droits, enveloppes, derniersPresents } = seance
  const aVoter = lignes.filter(({ vote }) => vote === null)
  // Others enter votes at the same time: its sums follow them, and what is being typed stays.
  useSujet(`seance:${seance.id}`, seance.dite, etape === 'ORDRE_DU_JOUR' || etape === 'VOTES')
  const enCours = aVoter.find(({ id }) => id === choisie) ?? aVoter[0]
  return (
    <>
      <Link to="/commissions">Toutes les séances</Link>
      <PageHeader titre={titre} sousTitre={dit} />
      <SeanceSuite {...seance} reponse={reponse} />
      {etape === 'VOTES' && droits.voter && enCours && (
        <VoteForm
          key={enCours.id}
          seanceId={seance.id}
          ligne={enCours}
          restent={aVoter.length}
          presents={derniersPresents}
          reponse={undefined}
        />
      )}
      {etape === 'VOTES' && droits.voter && <ClasseurForm seanceId={seance.id} />}
      <p className={css.sommes}>
        {enveloppes.map(({ code, libelle, resteCents }) => (
          <span key={code}>
            {libelle}
            {'\u00a0'}: {resteCents === null ? 'sans enveloppe' : `reste ${formatMontant(resteCents)}`}
          </span>
        ))}
      </p>
      {lignes.length > 0 && <Link to={`/simulations/seance/${seance.id}`}>Simuler la répartition d’une enveloppe</Link>}
      {lignes.length === 0 ? <p>Aucun dossier n’est inscrit.</p> : <SeanceListe {...seance} />}
      {lignes.length > 0 && droits.demanderRapport && <ListeAImprimer seanceId={seance.id} />}
      {(etape === 'ORDRE_DU_JOUR' || etape === 'VOTES') && droits.preparer && (
        <details className={css.actes}>
          <summary>Modifier la séance</summary>
          <SeanceForm key={seance.version} seance={seance} clotureJours={seance.clotureJours} reponse={undefined} />
        </details>
      )}
    </>
  )
}
