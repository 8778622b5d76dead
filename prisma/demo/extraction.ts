import { PassThrough } from 'node:stream'
import { ZipArchive } from 'archiver'
import { stringify } from 'csv-stringify/sync'
import type { CodePiece } from '#domain/piece/piece'
import { CONTEXTE_INCONNU } from '#domain/campagne/contexte'
import { exigees } from '#domain/campagne/exigence'
import { attenduesParDefaut } from '#domain/campagne/matrice'
import { genreDe } from '#domain/structure/genre'
import { addDays, compareJours, type Jour } from '#domain/temps/jour'
import { type Calendrier, importDe } from './calendrier'
import { DOSSIERS, type DossierDemo, type Scenario } from './dossiers'
import { budgetDe, libellesDe, pdfDe } from './fichiers'
import { courrielDe, STRUCTURES, type StructureDemo } from './structures'

/** Days before the loading that a dossier which still waits was deposited, so that its clock runs. */
const ANCIENNETE: Partial<Record<Scenario, number>> = {
  nouveau: 6,
  modifie: 14,
  incomplet: 26,
  complet: 33,
  instruction: 41,
  deverrouille: 19,
  inscrit: 44,
  vote: 48,
}

const premierDeLAnDernier = DOSSIERS.findIndex(({ anDernier }) => anDernier)

/** The day a dossier was deposited: in the weeks before today for those that wait, in the spring before them for those that are decided. */
export function deposeLeDe({ aujourdhui, precedente }: Calendrier, rang: number): Jour {
  const { scenario, anDernier } = dossierDe(rang)
  if (scenario === 'horsDelai') return addDays(precedente.echeanceDepot, 3)
  if (anDernier) return addDays(precedente.ouverteLe, 60 + (rang - premierDeLAnDernier) * 15)
  const anciennete = ANCIENNETE[scenario]
  if (anciennete !== undefined) return addDays(aujourdhui, -(anciennete + (rang % 8)))
  return addDays(aujourdhui, -Math.max(200 - rang * 7, 109))
}

/** `2026-02001`: the portal numbers the deposits of each year. */
export const numeroDe = (calendrier: Calendrier, rang: number) =>
  `${deposeLeDe(calendrier, rang).slice(0, 4)}-0${2001 + rang}`

/** The first import that finds this dossier deposited. */
export const importeLeDe = (calendrier: Calendrier, rang: number): Jour =>
  importDe(calendrier, deposeLeDe(calendrier, rang))

/** The campagne a dossier is of, by its year. */
const anneeDe = ({ courante, precedente }: Calendrier, { anDernier }: DossierDemo) =>
  (anDernier ? precedente : courante).annee

export const dossierDe = (rang: number): DossierDemo => {
  const found = DOSSIERS[rang]
  if (!found) throw new Error(`no such dossier: ${rang}`)
  return found
}

export const structureDe = ({ structure }: DossierDemo): StructureDemo => {
  const found = STRUCTURES[structure]
  if (!found) throw new Error(`no such structure: ${structure}`)
  return found
}

const TYPES = {
  MEI: 'Pas-de-Calais, Mobilité Européenne et Internationale (public)',
  JUMELAGES: 'Jumelages (public)',
}

const date = (jour: Jour) => jour.split('-').map(Number).reverse().join('/')
const euros = (n: number) => `${String(n).replace(/\B(?=(\d{3})+$)/g, ' ')},00`

/** What the demandeur asks less, once the dossier is open to them again. */
const montantDe = ({ scenario, demande }: DossierDemo, { imports }: Calendrier, le: Jour) =>
  scenario === 'modifie' && le === imports.at(-1) ? demande - 400 : demande

function ligneDe(calendrier: Calendrier, rang: number, le: Jour): Record<string, string> {
  const dossier = dossierDe(rang)
  const s = structureDe(dossier)
  const brouillon = dossier.scenario === 'brouillon'
  const depose = deposeLeDe(calendrier, rang)
  const debut = addDays(depose, 90 + (rang % 30))
  return {
    Type: TYPES[dossier.dispositif],
    Numéro: brouillon ? '' : numeroDe(calendrier, rang),
    Objet: dossier.objet,
    Statut: brouillon ? 'En cours de saisie' : 'En cours d’analyse',
    'Date de dépôt': brouillon ? '' : date(depose),
    'Montant demandé': euros(montantDe(dossier, calendrier, le)),
    'Raison sociale': s.nom,
    'Nature juridique': s.nature,
    SIRET: s.siret,
    RNA: s.rna,
    Voie: s.voie,
    'Code Postal': s.codePostal,
    Commune: s.commune,
    'Adresse mail': courrielDe(s.correspondant),
    Téléphone: `03 53 01 ${String(10 + rang)} ${String(40 + (rang % 50))}`,
    'Représentant légal - Nom': s.representant[1],
    'Représentant légal - Prénom': s.representant[0],
    'Représentant légal - Fonction': s.fonction,
    'Correspondant - Nom': s.correspondant[1],
    'Correspondant - Prénom': s.correspondant[0],
    'Correspondant - Adresse mail': courrielDe(s.correspondant),
    Pays: dossier.pays,
    'Ville partenaire': dossier.ville,
    'Date de début': date(debut),
    'Date de fin': date(addDays(debut, 4 + (rang % 8))),
    'Nombre de participants': String(dossier.participants),
    'Coût total': euros(dossier.cout),
  }
}

/** The ranks of what an extraction of this day holds: the deposits of the campagne of that time, and its drafts. */
export function rangsDe(calendrier: Calendrier, le: Jour): number[] {
  const anDernier = compareJours(le, calendrier.courante.ouverteLe) < 0
  return [...DOSSIERS.keys()].filter((rang) => {
    const dossier = dossierDe(rang)
    if (anDernier !== (dossier.anDernier ?? false)) return false
    return dossier.scenario === 'brouillon' || compareJours(deposeLeDe(calendrier, rang), le) <= 0
  })
}

/** The listing as e-partenaire writes it on this day. */
export const listingDe = (calendrier: Calendrier, le: Jour): Buffer =>
  Buffer.from(
    '\ufeff' +
      stringify(
        rangsDe(calendrier, le).map((rang) => ligneDe(calendrier, rang, le)),
        { header: true, delimiter: ';' },
      ),
  )

/** The pièces that the demonstration has a file for. */
const AU_DEPOT = new Set(Object.keys(libellesDe(0)))

/** True when its structure was given a grant by the campagne before, whose final account is then asked for. */
const futAidee = ({ structure, anDernier }: DossierDemo) =>
  !anDernier &&
  DOSSIERS.some(
    (autre) =>
      autre.anDernier &&
      autre.structure === structure &&
      (autre.scenario === 'accorde' || autre.scenario === 'partiel'),
  )

/** What this dossier's structure deposits: all that is asked, less what it left out; the agreement of the partner comes along. */
function codesDe(dossier: DossierDemo): CodePiece[] {
  const { nature, siret, nom } = structureDe(dossier)
  const genre = genreDe({ natureJuridique: nature, siren: siret.slice(0, 9), nom }) ?? 'association'
  const contexte = { ...CONTEXTE_INCONNU, renouvellement: futAidee(dossier) }
  const attendues = exigees(attenduesParDefaut(dossier.dispositif, genre), contexte)
  return attendues
    .filter(({ code, exigence }) => exigence === 'OBLIGATOIRE' || code === 'ACCORD_PARTENAIRE')
    .map(({ code }) => code)
    .filter((code) => AU_DEPOT.has(code) && !dossier.sans?.includes(code))
}

/** The zip of the pièces that this import brings, as a stream. */
export function archiveDesPieces(calendrier: Calendrier, le: Jour): PassThrough {
  const out = new PassThrough()
  const zip = new ZipArchive({ zlib: { level: 6 } })
  zip.pipe(out)
  const rangs = rangsDe(calendrier, le).filter((rang) => importeLeDe(calendrier, rang) === le)
  void (async () => {
    for (const rang of rangs) {
      const dossier = dossierDe(rang)
      if (dossier.scenario === 'brouillon') continue
      const libelles = libellesDe(anneeDe(calendrier, dossier))
      const fait = addDays(deposeLeDe(calendrier, rang), -20)
      for (const [i, code] of codesDe(dossier).entries()) {
        const libelle = libelles[code] ?? code
        const isBudget = code === 'BUDGET_PROJET'
        const content = isBudget
          ? await budgetDe(dossier, fait)
          : await pdfDe(libelle, { structure: structureDe(dossier), objet: dossier.objet, fait })
        const nom = `${String(i + 1).padStart(2, '0')} - ${libelle}.${isBudget ? 'xlsx' : 'pdf'}`
        zip.append(content, { name: `pieces/${numeroDe(calendrier, rang)}/${nom}` })
      }
    }
    await zip.finalize()
  })().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}
