/**
 * Writes so many letters in a process of its own and says what they cost: `lettres` as the application does, each of another dossier, `plancher` the
 * least that the same compiler can do: a tagged document of a title and a sentence. Started by ./lettres.
 */
import { URL_E_PARTENAIRE } from '#domain/campagne/adresse-sure'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { DecisionDite } from '#emails/courriel-de-dossier'
import type { Lettre } from '#emails/lettre'
import { lettreDeDecision } from '#emails/lettre-de-decision'
import { ecrireLettre } from '#fichiers/pdf/lettre-pdf'
import { maximumMo, oublierLeMaximum } from './sommet'

const SIGNATURE = {
  prenom: 'Camille',
  nom: 'Durand',
  qualite: 'chargée de mission',
  service: 'Mission coopération européenne et internationale',
  adresse: 'Hôtel du Département, rue Ferdinand Buisson, 62018 Arras Cedex 9',
  telephone: '03 53 01 00 01',
  courriel: 'mcei@exemple.test',
}

const REFUS = 'L’enveloppe de cet appel est entièrement engagée.'

/** The decisions of a large séance: of ten, five grants in part, two whole, two refusals, and one that is no vote. */
const NATURES = ['P', 'F', 'P', 'R', 'P', 'S', 'P', 'F', 'P', 'R'] as const
const natureDe = (rang: number): (typeof NATURES)[number] => NATURES[rang % NATURES.length] ?? 'P'

/** The decision of this rank, as its mail would tell it. */
function decision(rang: number): DecisionDite {
  const commun = {
    numero: `2025-${String(rang).padStart(5, '0')}`,
    objet: `Échange n° ${rang} avec Herne (Allemagne)`,
    structure: `Comité de jumelage n° ${rang}`,
    deposeLe: '2025-04-20' as const,
    lieu: { genre: 'PORTAIL' as const, ou: URL_E_PARTENAIRE },
    signature: SIGNATURE,
    montantDemandeCents: 3_000_000n,
    saisine: 'CITOYENS' as const,
    lettreJointe: true,
    deliberation: { reference: '2025-314', le: '2025-09-01' as const },
  }
  const accord = {
    montantAccordeCents: 2_400_000n + BigInt(rang),
    tauxAcompte: 0.7,
    bilanDuLe: '2026-05-13' as const,
    conventionRequise: true,
  }
  switch (natureDe(rang)) {
    case 'F':
      return { modele: 'decision_favorable', donnees: { ...commun, ...accord } }
    case 'R':
      return {
        modele: 'decision_defavorable',
        donnees: { ...commun, motif: 'CREDITS_EPUISES', precision: REFUS },
      }
    case 'S':
      return { modele: 'sans_suite', donnees: { ...commun, motif: 'AUTRE', precision: REFUS } }
    case 'P':
      return {
        modele: 'decision_partielle',
        donnees: { ...commun, ...accord, precision: 'Les frais de bouche ne sont pas retenus.' },
      }
  }
}

function lettre(rang: number): Lettre {
  const ecrite = lettreDeDecision({
    dite: decision(rang),
    le: '2025-09-02',
    destinataire: {
      nom: `Comité de jumelage n° ${rang}`,
      aLAttention: `Personne ${rang}`,
      adresse: `${rang} rue de la Mairie`,
      codePostal: '62680',
      commune: 'Méricourt',
    },
    signataire: SIGNATURE,
    montantDemandeCents: 3_000_000n,
    saisine: 'CITOYENS' as const,
    ajouts: { accord: [], refus: [] },
  })
  if (!ecrite) throw new Error('no letter')
  return ecrite
}

const LE_MOINS = `#set document(title: "Lettre")
#set text(lang: "fr")
= Lettre
#sys.inputs.mots`

function plancher(): (rang: number) => number {
  const typst = NodeCompiler.create()
  return (rang) => {
    const { result } = typst.compile({ mainFileContent: LE_MOINS, inputs: { mots: `Lettre ${rang}` } })
    if (!result) throw new Error('no document')
    const { length } = typst.pdf(result, { pdfStandard: 'ua-1' })
    typst.evictCache(10)
    return length
  }
}

function uneLettre(rang: number): number {
  const ecrite = ecrireLettre(lettre(rang))
  if (!ecrite.ok) throw new Error(ecrite.detail)
  return ecrite.value.length
}

async function main([quoi = '', nombre = '0']: string[]) {
  oublierLeMaximum()
  const ecrire = quoi === 'plancher' ? plancher() : uneLettre
  ecrire(0)
  const [debut, cpu] = [performance.now(), process.cpuUsage()]
  for (let rang = 1; rang <= Number(nombre); rang += 1) {
    ecrire(rang)
    // As between two calls of a reader: only then are the documents of the compiler given back.
    await new Promise(setImmediate)
  }
  const ms = performance.now() - debut
  const { user, system } = process.cpuUsage(cpu)
  process.stdout.write(JSON.stringify({ ms, cpuMs: (user + system) / 1000, mo: maximumMo() }))
}

await main(process.argv.slice(2))
