import type { Montant } from '#domain/budget/montant'
import type { Reglages } from '#domain/campagne/reglages'
import {
  enPourcent,
  jour,
  jours,
  type Lu,
  minutes,
  montant,
  nombre,
  pourcent,
  type RefusSaisie,
  requis,
  texte,
} from '#domain/campagne/saisie-reglage'
import { no, ok, type Result } from '#domain/result'
import type { Jour } from '#domain/temps/jour'

/** The settings of a campagne that officers change by hand, as its row and its `reglages` hold them. */
export type Reglement = {
  libelle: string
  ouverteLe: Jour
  echeanceFiche: Jour
  echeanceDepot: Jour
  enveloppeCents: Montant
  reglages: Reglages
}

/** What a form says, field by field, as typed. */
export const CHAMPS_REGLEMENT = [
  'libelle',
  'ouverteLe',
  'echeanceFiche',
  'echeanceDepot',
  'enveloppe',
  'commissionLe',
  'projetDu',
  'projetAu',
  'ageMin',
  'ageMax',
  'minParticipants',
  'maxParStructure',
  'instructeurPasseOutre',
  'montantMin',
  'montantMax',
  'seuilConvention',
  'tauxMax',
  'tauxMaxBloquant',
  'partPubliqueMax',
  'cofinancementExige',
  'tauxAcompte',
  'complementJours',
  'bilanDuJours',
  'deverrouillageMin',
  'deverrouillageDefaut',
  'deverrouillageMax',
  'accuseReception',
  'attenteDecision',
  'signatairePrenom',
  'signataireNom',
  'signataireQualite',
  'signataireService',
  'signataireAdresse',
  'signataireTelephone',
  'signataireCourriel',
] as const
export type ChampReglement = (typeof CHAMPS_REGLEMENT)[number]
/** The fields that are ticked or not. */
export const CASES_REGLEMENT = [
  'tauxMaxBloquant',
  'cofinancementExige',
  'instructeurPasseOutre',
  'accuseReception',
] as const

export type SaisieReglement = Record<ChampReglement, string>

export type RefusReglement = RefusSaisie | 'DATES_EN_DESORDRE' | 'BORNES_EN_DESORDRE' | 'ENVELOPPE_DEJA_ENGAGEE'

const OUI = 'oui'

/** Amounts and days as a form shows them back. */
export function saisirReglement({ reglages, ...c }: Reglement): SaisieReglement {
  const euros = (cents: Montant | null) => (cents === null ? '' : (Number(cents) / 100).toFixed(2).replace('.', ','))
  const entier = (n: number | null) => (n === null ? '' : String(n))
  const coche = (vrai: boolean) => (vrai ? OUI : '')
  const { deverrouillage, signataire } = reglages
  return {
    libelle: c.libelle,
    ouverteLe: c.ouverteLe,
    echeanceFiche: c.echeanceFiche,
    echeanceDepot: c.echeanceDepot,
    enveloppe: euros(c.enveloppeCents),
    commissionLe: reglages.commissionLe ?? '',
    projetDu: reglages.projetDu ?? '',
    projetAu: reglages.projetAu ?? '',
    ageMin: entier(reglages.ageMin),
    ageMax: entier(reglages.ageMax),
    minParticipants: entier(reglages.minParticipants),
    maxParStructure: entier(reglages.maxParStructure),
    instructeurPasseOutre: coche(reglages.instructeurPasseOutre),
    montantMin: euros(reglages.montantMinCents),
    montantMax: euros(reglages.montantMaxCents),
    seuilConvention: euros(reglages.seuilConventionCents),
    tauxMax: enPourcent(reglages.tauxMax),
    tauxMaxBloquant: coche(reglages.tauxMaxBloquant),
    partPubliqueMax: enPourcent(reglages.partPubliqueMax),
    cofinancementExige: coche(reglages.cofinancementExige),
    tauxAcompte: enPourcent(reglages.tauxAcompte),
    bilanDuJours: String(reglages.bilanDuJours),
    complementJours: String(reglages.complementJours),
    deverrouillageMin: String(deverrouillage.joursMin),
    deverrouillageDefaut: String(deverrouillage.joursDefaut),
    deverrouillageMax: String(deverrouillage.joursMax),
    accuseReception: coche(reglages.accuseReception),
    attenteDecision: String(reglages.attenteDecisionMinutes),
    signatairePrenom: signataire.prenom,
    signataireNom: signataire.nom,
    signataireQualite: signataire.qualite,
    signataireService: signataire.service,
    signataireAdresse: signataire.adresse,
    signataireTelephone: signataire.telephone,
    signataireCourriel: signataire.courriel,
  }
}

/** The réglages that this form does not hold: a list is set elsewhere. One that is neither here nor in the form does not compile. */
const reglesAilleurs = ({ seancesCp, genresEligibles, pays, accuseFiche }: Reglages) => ({
  seancesCp,
  genresEligibles,
  pays,
  accuseFiche,
})

/**
 * What a form makes of the settings of a campagne: every field is read, then held against the others. Each refusal names its field in
 * `detail`. `engageCents` is what is granted already: an enveloppe may not be smaller, unless it is 0, which sets none.
 */
export function lireReglement(
  saisie: SaisieReglement,
  avant: Reglement,
  engageCents: Montant,
): Result<Reglement, RefusReglement> {
  const refus: { reason: RefusReglement; champ: ChampReglement }[] = []
  function lu<T>(champ: ChampReglement, result: Lu<T>): T | undefined {
    if (result.ok) return result.value
    refus.push({ reason: result.reason, champ })
    return undefined
  }
  const s = saisie
  const obligatoire = (champ: ChampReglement): Jour => lu(champ, requis(jour(s[champ]), 'JOUR_ILLISIBLE')) ?? ''
  const [ouverteLe, echeanceFiche, echeanceDepot] = (['ouverteLe', 'echeanceFiche', 'echeanceDepot'] as const).map(
    obligatoire,
  )
  const mots = (champ: ChampReglement, requis = true) => lu(champ, texte(s[champ], requis)) ?? ''
  const deverrouillage = {
    joursMin: lu('deverrouillageMin', jours(s.deverrouillageMin, 60)) ?? 0,
    joursDefaut: lu('deverrouillageDefaut', jours(s.deverrouillageDefaut, 60)) ?? 0,
    joursMax: lu('deverrouillageMax', jours(s.deverrouillageMax, 60)) ?? 0,
  }
  const apres: Reglement = {
    libelle: mots('libelle'),
    ouverteLe: ouverteLe ?? '',
    echeanceFiche: echeanceFiche ?? '',
    echeanceDepot: echeanceDepot ?? '',
    enveloppeCents: lu('enveloppe', montant(s.enveloppe)) ?? 0n,
    reglages: {
      ...reglesAilleurs(avant.reglages),
      commissionLe: lu('commissionLe', jour(s.commissionLe)) ?? null,
      projetDu: lu('projetDu', jour(s.projetDu)) ?? null,
      projetAu: lu('projetAu', jour(s.projetAu)) ?? null,
      montantMinCents: lu('montantMin', montant(s.montantMin)) ?? null,
      montantMaxCents: lu('montantMax', montant(s.montantMax)) ?? null,
      seuilConventionCents: lu('seuilConvention', requis(montant(s.seuilConvention), 'MONTANT_ILLISIBLE')) ?? 0n,
      ageMin: lu('ageMin', nombre(s.ageMin)) ?? null,
      ageMax: lu('ageMax', nombre(s.ageMax)) ?? null,
      minParticipants: lu('minParticipants', nombre(s.minParticipants)) ?? null,
      maxParStructure: lu('maxParStructure', nombre(s.maxParStructure)) ?? null,
      instructeurPasseOutre: s.instructeurPasseOutre === OUI,
      tauxMax: lu('tauxMax', pourcent(s.tauxMax)) ?? null,
      tauxMaxBloquant: s.tauxMaxBloquant === OUI,
      partPubliqueMax: lu('partPubliqueMax', pourcent(s.partPubliqueMax)) ?? null,
      cofinancementExige: s.cofinancementExige === OUI,
      tauxAcompte: lu('tauxAcompte', requis(pourcent(s.tauxAcompte), 'POURCENT_ILLISIBLE')) ?? 0,
      bilanDuJours: lu('bilanDuJours', jours(s.bilanDuJours, 3_650)) ?? 0,
      complementJours: lu('complementJours', jours(s.complementJours, 365)) ?? 0,
      deverrouillage,
      accuseReception: s.accuseReception === OUI,
      attenteDecisionMinutes: lu('attenteDecision', minutes(s.attenteDecision)) ?? 0,
      signataire: {
        prenom: mots('signatairePrenom'),
        nom: mots('signataireNom'),
        qualite: mots('signataireQualite'),
        service: mots('signataireService'),
        adresse: mots('signataireAdresse'),
        telephone: mots('signataireTelephone'),
        courriel: mots('signataireCourriel'),
      },
    },
  }
  const premier = refus[0]
  if (premier) return no(premier.reason, premier.champ)
  return accorderChamps(apres, engageCents)
}

function accorderChamps(apres: Reglement, engageCents: Montant): Result<Reglement, RefusReglement> {
  const { reglages } = apres
  const { joursMin, joursDefaut, joursMax } = reglages.deverrouillage
  if (apres.echeanceFiche < apres.ouverteLe) return no('DATES_EN_DESORDRE', 'echeanceFiche')
  if (apres.echeanceDepot < apres.echeanceFiche) return no('DATES_EN_DESORDRE', 'echeanceDepot')
  if (reglages.projetDu && reglages.projetAu && reglages.projetAu < reglages.projetDu)
    return no('DATES_EN_DESORDRE', 'projetAu')
  if (joursDefaut < joursMin || joursDefaut > joursMax) return no('BORNES_EN_DESORDRE', 'deverrouillageDefaut')
  if (reglages.ageMin !== null && reglages.ageMax !== null && reglages.ageMax < reglages.ageMin)
    return no('BORNES_EN_DESORDRE', 'ageMax')
  const [min, max] = [reglages.montantMinCents, reglages.montantMaxCents]
  if (min !== null && max !== null && max < min) return no('BORNES_EN_DESORDRE', 'montantMax')
  if (!/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(reglages.signataire.courriel))
    return no('COURRIEL_ILLISIBLE', 'signataireCourriel')
  if (apres.enveloppeCents > 0n && apres.enveloppeCents < engageCents) return no('ENVELOPPE_DEJA_ENGAGEE', 'enveloppe')
  return ok(apres)
}
