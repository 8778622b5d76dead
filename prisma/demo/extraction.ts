import { PassThrough } from 'node:stream'
import { ZipArchive } from 'archiver'
import { stringify } from 'csv-stringify/sync'
import type { CodePiece } from '#domain/piece/piece'
import { CONTEXTE_INCONNU } from '#domain/campagne/contexte'
import { exigees } from '#domain/campagne/exigence'
import { attenduesParDefaut } from '#domain/campagne/matrice'
import { genreDe } from '#domain/structure/genre'
import { addDays, type Jour } from '#domain/temps/jour'
import { DOSSIERS, type DossierDemo, type Scenario } from './dossiers'
import { budgetDe, LIBELLES, pdfDe } from './fichiers'
import { courrielDe, STRUCTURES, type StructureDemo } from './structures'

export const numeroDe = (rang: number) => `2025-${String(2001 + rang)}`.replace(/-(\d{4})$/, '-0$1')

/** Decided dossiers were deposited in the spring of 2025; those that wait, in the weeks before today, so that their clocks run. */
const ANCIENNETE: Partial<Record<Scenario, number>> = {
  nouveau: 4,
  incomplet: 26,
  complet: 33,
  instruction: 41,
  deverrouille: 19,
}

export function deposeLeDe(dossier: DossierDemo, rang: number, aujourdhui: Jour): Jour {
  const anciennete = ANCIENNETE[dossier.scenario]
  return anciennete === undefined ? addDays('2025-04-10', rang * 2) : addDays(aujourdhui, -(anciennete + (rang % 8)))
}

/** The days an extraction of the portal was imported: one after the spring, then one every ten days or so. */
export const joursDImport = (aujourdhui: Jour): Jour[] => [
  '2025-05-07',
  ...[40, 30, 17, 2].map((n) => addDays(aujourdhui, -n)),
]

/** The first import that finds this dossier deposited. */
export const importeLeDe = (dossier: DossierDemo, rang: number, aujourdhui: Jour): Jour =>
  joursDImport(aujourdhui).find((jour) => jour >= deposeLeDe(dossier, rang, aujourdhui)) ?? aujourdhui

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

function ligneDe(dossier: DossierDemo, rang: number, aujourdhui: Jour): Record<string, string> {
  const s = structureDe(dossier)
  const brouillon = dossier.scenario === 'brouillon'
  const depose = deposeLeDe(dossier, rang, aujourdhui)
  const debut = addDays(depose, 90 + (rang % 30))
  return {
    Type: TYPES[dossier.dispositif],
    Numéro: brouillon ? '' : numeroDe(rang),
    Objet: dossier.objet,
    Statut: brouillon ? 'En cours de saisie' : 'En cours d’analyse',
    'Date de dépôt': brouillon ? '' : date(depose),
    'Montant demandé': euros(dossier.demande),
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

/** The listing as e-partenaire writes it: `rangs` are the dossiers it holds. */
export const listingDe = (rangs: number[], aujourdhui: Jour): Buffer =>
  Buffer.from(
    '\ufeff' +
      stringify(
        rangs.map((rang) => ligneDe(dossierDe(rang), rang, aujourdhui)),
        { header: true, delimiter: ';' },
      ),
  )

/** What this dossier's structure deposits: all that is asked, less what it left out; the agreement of the partner comes along. */
function codesDe(dossier: DossierDemo): CodePiece[] {
  const { nature, siret, nom } = structureDe(dossier)
  const genre = genreDe({ natureJuridique: nature, siren: siret.slice(0, 9), nom }) ?? 'association'
  const attendues = exigees(attenduesParDefaut(dossier.dispositif, genre), CONTEXTE_INCONNU)
  return attendues
    .filter(({ code, exigence }) => exigence === 'OBLIGATOIRE' || code === 'ACCORD_PARTENAIRE')
    .map(({ code }) => code)
    .filter((code) => LIBELLES[code] && !dossier.sans?.includes(code))
}

/** The zip of the pièces of these dossiers, as a stream. */
export function archiveDesPieces(rangs: number[]): PassThrough {
  const out = new PassThrough()
  const zip = new ZipArchive({ zlib: { level: 6 } })
  zip.pipe(out)
  void (async () => {
    for (const rang of rangs) {
      const dossier = dossierDe(rang)
      if (dossier.scenario === 'brouillon') continue
      for (const [i, code] of codesDe(dossier).entries()) {
        const libelle = LIBELLES[code] ?? code
        const isBudget = code === 'BUDGET_PROJET'
        const content = isBudget ? await budgetDe(dossier) : await pdfDe(libelle, structureDe(dossier), dossier.objet)
        const nom = `${String(i + 1).padStart(2, '0')} - ${libelle}.${isBudget ? 'xlsx' : 'pdf'}`
        zip.append(content, { name: `pieces/${numeroDe(rang)}/${nom}` })
      }
    }
    await zip.finalize()
  })().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}
