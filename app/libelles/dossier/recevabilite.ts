import { formatMontant, formatPourcent } from '#domain/budget/montant'
import type { EtatRecevabilite } from '#domain/dossier/etat-recevabilite'
import type { RefusExamen, VerdictRecevabilite } from '#domain/dossier/examen-recevabilite'
import type { RegleRecevabilite, Signalement } from '#domain/dossier/recevabilite'
import { compter } from '#domain/nombre'
import { formatJour } from '#domain/temps/jour'
import { nomDeGenre } from '#libelles/structure'

/** What each rule looks at: the name of a signalement, and the ground of an irrecevabilité. */
export const LIBELLE_REGLE_RECEVABILITE: Record<RegleRecevabilite, string> = {
  HORS_DELAI: 'Déposé hors délai',
  GENRE: 'Nature de structure non admise',
  SIEGE: 'Siège hors du Pas-de-Calais',
  PAYS: 'Pays non admis',
  PERIODE: 'Dates hors de la période de l’appel',
  DEJA_COMMENCE: 'Projet commencé avant le dépôt',
  PARTICIPANTS: 'Trop peu de participants',
  AGES: 'Âges hors des limites',
  MONTANT: 'Montant hors des limites',
  TAUX: 'Taux d’aide dépassé',
  ENVELOPPE: 'Montant au-dessus du reste de l’enveloppe',
  TROP_DE_DEMANDES: 'Trop de demandes de la même structure',
  SIRET: 'SIRET d’une autre structure',
  MEME_PROJET: 'Projet déjà demandé',
}

/** The evidence of a signalement: what was read and what the rule says (`constat`), and where on the dossier it is read (`lieu`, after its address). */
export function direSignalement(s: Signalement): { constat: string; ou: string; lieu: string } {
  const formulaire = (constat: string) => ({ constat, ou: 'Formulaire', lieu: '' })
  switch (s.regle) {
    case 'HORS_DELAI':
      return formulaire(`Déposé le ${formatJour(s.deposeLe)}\u00a0; la date limite était le ${formatJour(s.echeance)}.`)
    case 'GENRE':
      return formulaire(`Structure lue\u00a0: ${nomDeGenre(s.genre)}, que la campagne n’admet pas.`)
    case 'SIEGE':
      return formulaire(
        `Siège lu\u00a0: ${[s.codePostal, s.commune].filter(Boolean).join(' ')}, hors du Pas-de-Calais\u00a0; reste à savoir où est le public.`,
      )
    case 'PAYS':
      return formulaire(
        s.admis.length > 0
          ? `Pays lu\u00a0: ${s.pays}\u00a0; la campagne admet ${s.admis.join(', ')}.`
          : `Pays lu\u00a0: ${s.pays}\u00a0; le projet doit se passer à l’étranger.`,
      )
    case 'PERIODE':
      return formulaire(
        s.borne === 'DU'
          ? `Départ le ${formatJour(s.jour)}\u00a0; la période commence le ${formatJour(s.limite)}.`
          : `Retour le ${formatJour(s.jour)}\u00a0; la période finit le ${formatJour(s.limite)}.`,
      )
    case 'DEJA_COMMENCE':
      return formulaire(
        `Départ le ${formatJour(s.debut)}, alors que le dossier est déposé le ${formatJour(s.deposeLe)}\u00a0; un projet commencé n’est pas aidé.`,
      )
    case 'PARTICIPANTS':
      return formulaire(
        `${compter(s.participants, 'participant annoncé', 'participants annoncés')}\u00a0; la campagne en demande ${s.min} au moins.`,
      )
    case 'AGES':
      return formulaire(
        `Âges lus\u00a0: de ${s.ages.min} à ${compter(s.ages.max, 'an')}\u00a0; la campagne admet ${bornesDAge(s)}.`,
      )
    case 'MONTANT':
      return formulaire(
        `Demandé\u00a0: ${formatMontant(s.demandeCents)}\u00a0; ${s.borne === 'MAX' ? 'le plafond est de' : 'le minimum est de'} ${formatMontant(s.limiteCents)}.`,
      )
    case 'TAUX':
      return formulaire(
        `Demandé\u00a0: ${formatMontant(s.demandeCents)} pour un coût de ${formatMontant(s.coutCents)}\u00a0; le taux d’aide est de ${formatPourcent(s.max)} au plus.`,
      )
    case 'ENVELOPPE':
      return formulaire(
        `Demandé\u00a0: ${formatMontant(s.demandeCents)}\u00a0; il reste ${formatMontant(s.resteCents)} à engager dans la campagne.`,
      )
    case 'TROP_DE_DEMANDES':
      return formulaire(
        `Autres demandes de la structure\u00a0: ${s.numeros.join(', ')}\u00a0; la campagne en admet ${s.max} par structure.`,
      )
    case 'SIRET':
      return s.ou === 'BUDGET'
        ? { constat: siretLu(s), ou: 'Budget du projet', lieu: '/budget' }
        : formulaire(siretLu(s))
    case 'MEME_PROJET':
      return formulaire(
        `Le même projet se lit dans ${s.numeros.join(', ')}\u00a0: titre, lieu ou dates se ressemblent.`,
      )
  }
}

const siretLu = ({ lu, structure }: { lu: string; structure: string }) =>
  `SIRET lu\u00a0: ${lu}\u00a0; celui de la structure est ${structure}.`

const bornesDAge = ({ min, max }: { min: number | null; max: number | null }) => {
  if (min === null) return max === null ? 'tous les âges' : `${compter(max, 'an')} au plus`
  return max === null ? `${compter(min, 'an')} au moins` : `de ${min} à ${compter(max, 'an')}`
}

export const LIBELLE_RECEVABILITE: Record<EtatRecevabilite, string> = {
  RIEN_A_SIGNALER: 'Rien à signaler',
  A_VERIFIER: 'À vérifier',
  VERIFIEE: 'Vérifiée',
}

export const LIBELLE_VERDICT_RECEVABILITE: Record<VerdictRecevabilite, string> = {
  RECEVABLE: 'Recevable',
  PASSER_OUTRE: 'Passé outre',
}

export const LIBELLE_REFUS_EXAMEN: Record<RefusExamen, string> = {
  PAS_ENCORE_DEPOSE: 'Ce dossier n’est pas encore déposé.',
  DECISION_DEJA_PRISE: 'Une décision a déjà été prise.',
  RIEN_A_VERIFIER: 'Rien n’est signalé sur ce dossier.',
  DEJA_VERIFIEE: 'Quelqu’un a déjà vérifié la recevabilité de ce dossier.',
  PAS_VERIFIEE: 'Personne n’a encore vérifié la recevabilité de ce dossier.',
  RESERVE_AU_RESPONSABLE: 'Seul un responsable peut passer outre dans cette campagne.',
  MOTIF_TROP_COURT: 'Dites pourquoi en une phrase au moins\u00a0: ce motif reste au dossier.',
}
