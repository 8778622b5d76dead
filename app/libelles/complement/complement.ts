import { compter } from '#domain/nombre'
import type { EtatDemandeComplement, RefusComplement } from '#domain/complement/demande-complement'
import type { RefusRelance } from '#domain/complement/relance'
import type { EmpechementComplement, RefusElement } from '#domain/complement/complement'

const EMPECHEMENTS: Record<EmpechementComplement, string> = {
  PAS_ENCORE_DEPOSE: 'Ce dossier n’est pas encore déposé\u00a0: il n’y a rien à demander.',
  DECISION_DEJA_PRISE: 'Une décision a été prise\u00a0: il n’y a plus rien à demander.',
}

const ELEMENTS: Record<RefusElement, (limite: string) => string> = {
  CLE_INVALIDE: () => 'Cet élément ne peut pas être retenu.',
  CONSTAT_VIDE: () => 'Dites ce qui ne va pas\u00a0: le demandeur le lira.',
  A_FAIRE_VIDE: () => 'Dites ce que le demandeur doit faire.',
  ELEMENT_TROP_LONG: (limite) => `Raccourcissez\u00a0: ${compter(Number(limite), 'caractère')} au plus.`,
}

/** Why an element cannot be kept, or why nothing can be asked. */
export const libelleRefusElement = (refus: RefusElement | EmpechementComplement, limite = ''): string =>
  refus in ELEMENTS ? ELEMENTS[refus as RefusElement](limite) : EMPECHEMENTS[refus as EmpechementComplement]

const RELANCES: Record<RefusRelance, string> = {
  AUCUNE_DEMANDE: 'Aucune demande de compléments n’attend de réponse.',
  SANS_DELAI: 'Ce dossier est repris d’une année passée\u00a0: aucune relance ne part.',
  DEMANDE_DU_JOUR: 'La demande de compléments part aujourd’hui\u00a0: relancez demain au plus tôt.',
  DEJA_RELANCE_AUJOURDHUI: 'Déjà relancé aujourd’hui.',
  TOUT_EST_RECU: 'Tout ce qui était demandé est reçu.',
  SANS_ADRESSE: 'Aucune adresse mail\u00a0: relancez par téléphone ou par courrier.',
}

/** Why a demandeur is not reminded. */
export const libelleRefusRelance = (refus: RefusRelance): string => RELANCES[refus]

const DEMANDES: Record<Exclude<RefusComplement, RefusElement | EmpechementComplement>, (limite: string) => string> = {
  AUCUN_ELEMENT: () => 'Ajoutez au moins un élément à demander.',
  TROP_D_ELEMENTS: (limite) => `Demandez ${compter(Number(limite), 'élément')} au plus\u00a0: regroupez-en.`,
  LIMITE_TROP_PROCHE: () => 'La date limite doit suivre le jour du départ du courriel.',
  LIMITE_TROP_LOINTAINE: (limite) => `La date limite ne peut pas dépasser ${compter(Number(limite), 'jour')}.`,
  DEMANDE_EN_COURS: () =>
    'Une demande de compléments attend déjà une réponse\u00a0: rechargez la page pour la compléter ou la remplacer.',
}

/** Why compléments cannot be asked so. */
export const libelleRefusComplement = (refus: RefusComplement, limite = ''): string =>
  refus in DEMANDES
    ? DEMANDES[refus as keyof typeof DEMANDES](limite)
    : libelleRefusElement(refus as RefusElement | EmpechementComplement, limite)

export const LIBELLE_ETAT_DEMANDE: Record<EtatDemandeComplement, string> = {
  OUVERTE: 'En attente de réponse',
  LEVEE: 'Réponse reçue',
  DEPASSEE: 'En retard',
  REMPLACEE: 'Remplacée par une autre demande',
  ANNULEE: 'Annulée avant son départ',
}

export const LIBELLE_REFUS_ANNULATION = {
  AUCUNE_DEMANDE: 'Aucune demande n’attend de réponse\u00a0: il n’y a rien à annuler.',
  COURRIEL_PARTI: 'Le courriel est parti\u00a0: la demande ne peut plus être annulée.',
} as const

export const LIBELLE_REFUS_RECEPTION = {
  AUCUNE_DEMANDE: 'Aucune demande de compléments n’attend de réponse.',
  ELEMENT_INCONNU: 'Cet élément n’est pas dans la demande\u00a0: rechargez la page.',
  DEJA_RECU: 'Cet élément est déjà reçu.',
  JOUR_INVALIDE: 'Choisissez un jour entre la demande et aujourd’hui.',
} as const
