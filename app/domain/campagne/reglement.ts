import { type Montant, parseMontant } from '#domain/budget/montant'
import type { Reglages } from '#domain/campagne/reglages'
import { no, ok, type Result } from '#domain/result'
import { type Jour, parseJour } from '#domain/temps/jour'
import { nettoyer } from '#domain/texte'

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
  'montantMin',
  'montantMax',
  'complementJours',
  'deverrouillageMin',
  'deverrouillageDefaut',
  'deverrouillageMax',
  'accuseReception',
  'signatairePrenom',
  'signataireNom',
  'signataireQualite',
  'signataireService',
  'signataireAdresse',
  'signataireTelephone',
  'signataireCourriel',
] as const
export type ChampReglement = (typeof CHAMPS_REGLEMENT)[number]
export type SaisieReglement = Record<ChampReglement, string>

export type RefusReglement =
  | 'JOUR_ILLISIBLE'
  | 'MONTANT_ILLISIBLE'
  | 'NOMBRE_ILLISIBLE'
  | 'TEXTE_MANQUANT'
  | 'TEXTE_TROP_LONG'
  | 'COURRIEL_ILLISIBLE'
  | 'DATES_EN_DESORDRE'
  | 'BORNES_EN_DESORDRE'
  | 'ENVELOPPE_DEJA_ENGAGEE'

type Lu<T> = Result<T, RefusReglement>

const OUI = 'oui'

/** Amounts and days as a form shows them back. */
export function saisirReglement({ reglages, ...c }: Reglement): SaisieReglement {
  const euros = (cents: Montant | null) => (cents === null ? '' : (Number(cents) / 100).toFixed(2).replace('.', ','))
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
    montantMin: euros(reglages.montantMinCents),
    montantMax: euros(reglages.montantMaxCents),
    complementJours: String(reglages.complementJours),
    deverrouillageMin: String(deverrouillage.joursMin),
    deverrouillageDefaut: String(deverrouillage.joursDefaut),
    deverrouillageMax: String(deverrouillage.joursMax),
    accuseReception: reglages.accuseReception ? OUI : '',
    signatairePrenom: signataire.prenom,
    signataireNom: signataire.nom,
    signataireQualite: signataire.qualite,
    signataireService: signataire.service,
    signataireAdresse: signataire.adresse,
    signataireTelephone: signataire.telephone,
    signataireCourriel: signataire.courriel,
  }
}

const LONGUEUR_MAX = 200

const texte = (saisi: string, requis: boolean): Lu<string> => {
  const lu = nettoyer(saisi)
  if (requis && lu === '') return no('TEXTE_MANQUANT')
  return lu.length > LONGUEUR_MAX ? no('TEXTE_TROP_LONG') : ok(lu)
}

const jour = (saisi: string): Lu<Jour | null> => {
  if (saisi.trim() === '') return ok(null)
  const lu = parseJour(saisi)
  return lu ? ok(lu) : no('JOUR_ILLISIBLE')
}

const montant = (saisi: string): Lu<Montant | null> => {
  if (saisi.trim() === '') return ok(null)
  const lu = parseMontant(saisi)
  return lu !== null && lu >= 0n && lu <= 100_000_000_000n ? ok(lu) : no('MONTANT_ILLISIBLE')
}

const jours = (saisi: string, max: number): Lu<number> => {
  const n = /^\d{1,4}$/.test(saisi.trim()) ? Number(saisi) : 0
  return n >= 1 && n <= max ? ok(n) : no('NOMBRE_ILLISIBLE')
}

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
  const obligatoire = (champ: ChampReglement): Jour => {
    const value = lu(champ, jour(s[champ]))
    if (value === null) refus.push({ reason: 'JOUR_ILLISIBLE', champ })
    return value ?? ''
  }
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
      ...avant.reglages,
      commissionLe: lu('commissionLe', jour(s.commissionLe)) ?? null,
      projetDu: lu('projetDu', jour(s.projetDu)) ?? null,
      projetAu: lu('projetAu', jour(s.projetAu)) ?? null,
      montantMinCents: lu('montantMin', montant(s.montantMin)) ?? null,
      montantMaxCents: lu('montantMax', montant(s.montantMax)) ?? null,
      complementJours: lu('complementJours', jours(s.complementJours, 365)) ?? 0,
      deverrouillage,
      accuseReception: s.accuseReception === OUI,
      signataire: {
        prenom: mots('signatairePrenom', false),
        nom: mots('signataireNom', false),
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
  const [min, max] = [reglages.montantMinCents, reglages.montantMaxCents]
  if (min !== null && max !== null && max < min) return no('BORNES_EN_DESORDRE', 'montantMax')
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(reglages.signataire.courriel))
    return no('COURRIEL_ILLISIBLE', 'signataireCourriel')
  if (apres.enveloppeCents > 0n && apres.enveloppeCents < engageCents) return no('ENVELOPPE_DEJA_ENGAGEE', 'enveloppe')
  return ok(apres)
}
