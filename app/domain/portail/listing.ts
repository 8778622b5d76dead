import { formatNombre, parseMontant, type Montant } from '#domain/budget/montant'
import { parseNumero } from '#domain/dossier/numero'
import type { Ligne } from '#domain/portail/cellule'
import type { Champ, ChampCorrigible } from '#domain/portail/champs'
import { lecteurDe, type Colonne, type Lecteur } from '#domain/portail/colonnes'
import {
  entete,
  lireCoutTotal,
  lirePersonnes,
  lireProjet,
  lireStructure,
  noter,
  type Releve,
} from '#domain/portail/constats'
import { cleBrouillon, type DemandeLue, type Donnees, type LigneEcartee, type Rejet } from '#domain/portail/demande-lue'
import { AUTRE_COLONNE } from '#domain/portail/entetes'
import { PHRASE, phraseBrouillonDejaLu, phraseNumeroDejaLu } from '#domain/portail/phrases'
import { dispositifDe, estAutreDispositif, sensDuStatut } from '#domain/portail/statut-portail'
import { parseSiret } from '#domain/structure/identifiants'
import { formatJour, parseJour, type Jour } from '#domain/temps/jour'
import { abreger, nettoyer, plier } from '#domain/texte'

/** What a line of a listing turned out to be. A blank line, a total or a repeated heading is nothing. */
export type LigneLue =
  | { nature: 'DEMANDE'; demandeLue: DemandeLue }
  | { nature: 'HORS_PERIMETRE'; ecartee: LigneEcartee }
  | { nature: 'REJET'; rejet: Rejet }
  | { nature: 'RIEN' }

const IDENTITE = ['numero', 'objet', 'statut', 'raisonSociale', 'siret', 'deposeLe'] as const satisfies Champ[]

const estRien = ({ cellules }: Ligne, lu: Lecteur, colonnes: readonly Colonne[]): boolean => {
  const premiere = plier(cellules.find(({ texte }) => texte.trim() !== '')?.texte ?? '')
  if (premiere === '') return true
  if (colonnes.filter(({ index, entete: nom }) => nettoyer(cellules[index]?.texte ?? '') === nom).length >= 3)
    return true
  const identite = IDENTITE.map(lu.texte).filter((texte) => texte !== '')
  if (identite.length === 0) return true
  return /^(sous )?tota(l|ux)\b|^nombre d|^nb d|^edite|^export|^page \d/.test(premiere) && identite.length <= 1
}

/** A refusal of the line, in the terms of the file. */
const rejeter = ({ ligne, colonnes, lu }: Rejetable, champ: ChampCorrigible, motif: string): LigneLue => ({
  nature: 'REJET',
  rejet: {
    ligne: ligne.numero,
    numero: parseNumero(lu.texte('numero')),
    colonne: entete(lu, champ),
    valeur: abreger(lu.texte(champ), 200),
    motif,
    lue: { champ, donnees: donneesDe(ligne, colonnes) },
  },
})

type Rejetable = { ligne: Ligne; colonnes: readonly Colonne[]; lu: Lecteur }

type Essentiel = Pick<DemandeLue, 'numero' | 'dispositif' | 'etat' | 'sens' | 'deposeLe' | 'montantDemande'>

/** What a line must say to be a demande at all (docs/contrat.md): its type, and once deposited its number, amount and day. */
function lireEssentiel(ligne: Ligne, colonnes: readonly Colonne[], releve: Releve): Essentiel | LigneLue {
  const { lu } = releve
  const refuser = (champ: ChampCorrigible, motif: string) => rejeter({ ligne, colonnes, lu }, champ, motif)
  const dispositif = dispositifDe(lu.texte('type'))
  const numero = parseNumero(lu.texte('numero'))
  if (dispositif === null) {
    const type = lu.texte('type')
    if (!estAutreDispositif(type)) return refuser('type', type === '' ? PHRASE.TYPE_ABSENT : PHRASE.TYPE_INCONNU)
    return { nature: 'HORS_PERIMETRE', ecartee: { ligne: ligne.numero, numero, type: abreger(type, 200) } }
  }
  if (numero === null && lu.texte('numero') !== '') return refuser('numero', PHRASE.NUMERO_MAL_FORME)
  const depot = lu.texte('deposeLe')
  const connu = sensDuStatut(lu.texte('statut'), numero !== null)
  const sens = connu ?? (numero === null && depot === '' ? 'BROUILLON' : 'DEPOSEE')
  const etat = sens === 'BROUILLON' ? 'BROUILLON' : 'DEPOSE'
  if (etat === 'DEPOSE' && numero === null) return refuser('numero', PHRASE.NUMERO_ABSENT)
  const deposeLe = lireDepot(lu)
  if (deposeLe === null && depot !== '') return refuser('deposeLe', PHRASE.DEPOT_ILLISIBLE)
  if (deposeLe === null && etat === 'DEPOSE') return refuser('deposeLe', PHRASE.DEPOT_ABSENT)
  const montant = lireMontantDemande(lu)
  if (montant === null && lu.texte('montantDemande') !== '') return refuser('montantDemande', PHRASE.MONTANT_ILLISIBLE)
  if (montant === null && etat === 'DEPOSE') return refuser('montantDemande', PHRASE.MONTANT_ABSENT)
  if (montant !== null && montant < 0n) return refuser('montantDemande', PHRASE.MONTANT_NEGATIF)
  if (connu === null && lu.entete('statut') !== null) {
    noter(releve, 'statut', etat === 'DEPOSE' ? PHRASE.STATUT_INCONNU : PHRASE.STATUT_INCONNU_BROUILLON)
  }
  if (montant === 0n) noter(releve, 'montantDemande', PHRASE.MONTANT_NUL)
  return { numero, dispositif, etat, sens, deposeLe, montantDemande: montant ?? 0n }
}

const lireDepot = (lu: Lecteur): Jour | null => {
  const { date, nombre } = lu.cellule('deposeLe')
  return date ?? parseJour(nombre ?? lu.texte('deposeLe'))
}

const lireMontantDemande = (lu: Lecteur): Montant | null => {
  const { nombre } = lu.cellule('montantDemande')
  return parseMontant(nombre ?? lu.texte('montantDemande'))
}

const MONTANTS: readonly string[] = ['montantDemande', 'coutTotal'] satisfies Champ[]
const JOURS: readonly string[] = ['deposeLe', 'dateDebut', 'dateFin'] satisfies Champ[]
const SIRETS: readonly string[] = ['siret', 'nouveauSiret'] satisfies Champ[]

/** The whole line by field, in one form whatever the format of the file, so that the same demande read twice is the same. */
export function donneesDe({ cellules }: Ligne, colonnes: readonly Colonne[]): Donnees {
  const donnees: Donnees = {}
  for (const { index, champ, entete: nom } of colonnes) {
    const { texte, nombre, date } = cellules[index] ?? { texte: '' }
    const brut = nettoyer(texte)
    if (champ === null) {
      if (brut !== '') donnees[AUTRE_COLONNE + nom] = brut
      continue
    }
    donnees[champ] = brut === '' ? '' : formeCommune(champ, { brut, nombre, date })
  }
  return donnees
}

function formeCommune(champ: Champ, { brut, nombre, date }: { brut: string; nombre?: number; date?: Jour }): string {
  if (MONTANTS.includes(champ)) {
    const montant = parseMontant(nombre ?? brut)
    return montant === null ? brut : formatNombre(montant)
  }
  if (JOURS.includes(champ)) {
    const jour = date ?? parseJour(nombre ?? brut)
    return jour === null ? brut : formatJour(jour)
  }
  if (!SIRETS.includes(champ)) return brut
  const siret = parseSiret(nombre ?? brut)
  return siret.ok ? siret.value : (siret.detail ?? brut)
}

/**
 * Reads one line. It is rejected only when it cannot be a demande (docs/contrat.md): a type nobody knows, no number on a deposited one,
 * an unreadable amount or day of deposit. Anything else wrong is an anomalie of the demande.
 */
export function lireLigne(ligne: Ligne, colonnes: readonly Colonne[]): LigneLue {
  const lu = lecteurDe(ligne, colonnes)
  if (estRien(ligne, lu, colonnes)) return { nature: 'RIEN' }
  const releve: Releve = { lu, anomalies: [] }
  const essentiel = lireEssentiel(ligne, colonnes, releve)
  if ('nature' in essentiel) return essentiel
  const objet = lu.texte('objet')
  if (objet === '') noter(releve, 'objet', PHRASE.OBJET_ABSENT)
  const donnees = donneesDe(ligne, colonnes)
  return {
    nature: 'DEMANDE',
    demandeLue: {
      ligne: ligne.numero,
      ...essentiel,
      cleBrouillon: cleBrouillon({ siret: donnees.siret ?? '', type: essentiel.dispositif, objet }),
      statutPortail: lu.texte('statut'),
      objet,
      coutTotal: lireCoutTotal(releve, essentiel.montantDemande),
      structure: lireStructure(releve),
      ...lirePersonnes(releve),
      projet: lireProjet(releve),
      donnees,
      anomalies: releve.anomalies,
    },
  }
}

/** Reads the lines of one listing in their order; the second line of a number, or of a draft, is rejected and names the first. */
export function lecteurDeListing(colonnes: readonly Colonne[]): (ligne: Ligne) => LigneLue {
  const vus = new Map<string, number>()
  return (ligne) => {
    const lue = lireLigne(ligne, colonnes)
    if (lue.nature !== 'DEMANDE') return lue
    const { numero, cleBrouillon: cle } = lue.demandeLue
    const premiere = vus.get(numero ?? cle)
    if (premiere === undefined) {
      vus.set(numero ?? cle, ligne.numero)
      return lue
    }
    const rejetable = { ligne, colonnes, lu: lecteurDe(ligne, colonnes) }
    return numero === null
      ? rejeter(rejetable, 'objet', phraseBrouillonDejaLu(premiere))
      : rejeter(rejetable, 'numero', phraseNumeroDejaLu(premiere))
  }
}
