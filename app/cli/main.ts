import { parseArgs } from 'node:util'
import { lienAgent, modifierAgent } from '#cli/agent'
import { completude } from '#cli/completude'
import { type Commande, EXIT, type Reponse, stop, stopped } from '#cli/commande'
import { makeContexte } from '#cli/contexte'
import { controlerBudget } from '#cli/controler-budget'
import { creerAgent } from '#cli/creer-agent'
import { sentenceOf } from '#cli/erreur'
import { generer } from '#cli/generer'
import { importerCourriels } from '#cli/importer-courriels'
import { importerDemandes } from '#cli/importer-demandes'
import { rapport } from '#cli/rapport'
import { relancerCourriels } from '#cli/relancer-courriels'
import { verifierJournal } from '#cli/verifier-journal'

const COMMANDES = {
  'importer-courriels': importerCourriels,
  'importer-demandes': importerDemandes,
  'controler-budget': controlerBudget,
  completude,
  rapport,
  'creer-agent': creerAgent,
  'modifier-agent': modifierAgent,
  'lien-agent': lienAgent,
  'relancer-courriels': relancerCourriels,
  'verifier-journal': verifierJournal,
  generer,
} satisfies Record<string, Commande>

const USAGE = [
  'Usage\u00a0: npm run -s mcei -- COMMANDE [options] [--json]',
  ...Object.entries(COMMANDES).map(([nom, { usage }]) => `  ${nom} ${usage}`.trimEnd()),
].join('\n')

const isCommande = (nom: string): nom is keyof typeof COMMANDES => Object.hasOwn(COMMANDES, nom)

/** The command and its arguments; stops with exit code 2 and what is wrong. */
function parse(argv: string[]) {
  const [nom, ...rest] = argv.filter((arg) => arg !== '--json')
  if (!nom || !isCommande(nom)) {
    return stop(nom ? `Commande inconnue\u00a0: ${nom}` : 'Commande manquante.', EXIT.usage)
  }
  const commande: Commande = COMMANDES[nom]
  const { positionals, values } = strictly(nom, () =>
    parseArgs({ args: rest, options: commande.options, allowPositionals: true }),
  )
  const { min, max } = commande.positionals
  if (positionals.length < min || positionals.length > max) {
    stop(`Usage\u00a0: ${nom} ${commande.usage}`, EXIT.usage)
  }
  const texts = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const flags = new Set(Object.keys(values).filter((name) => values[name] === true))
  return { commande, args: { positionals, values: texts, flags } }
}

/** What node says of a wrong option is in English and of no use to an officer; the usage is. */
function strictly<T>(nom: keyof typeof COMMANDES, work: () => T): T {
  try {
    return work()
  } catch {
    stop(`Option inconnue ou incomplète. Usage\u00a0: ${nom} ${COMMANDES[nom].usage}`, EXIT.usage)
  }
}

const AIDE = ['--aide', '--help', '-h', 'aide']

/** Runs one command; gives its exit code. */
export async function main(argv: string[]): Promise<number> {
  if (AIDE.includes(argv[0] ?? '')) {
    process.stdout.write(`${USAGE}\n`)
    return EXIT.done
  }
  const json = argv.includes('--json')
  const say = (reponse: Reponse) => {
    if (json) process.stdout.write(`${JSON.stringify(reponse.ok ? reponse.json : { erreur: reponse.erreur })}\n`)
    else if (reponse.ok) process.stdout.write(`${reponse.texte}\n`)
    else process.stderr.write(`${reponse.erreur}\n`)
  }
  const contexte = makeContexte((sentence) => process.stderr.write(`${sentence}\n`))
  try {
    const { commande, args } = parse(argv)
    const reponse = await commande.run(contexte, args)
    say(reponse)
    return reponse.ok ? EXIT.done : EXIT.refused
  } catch (error) {
    const { sentence, exit } = stopped(error) ?? { sentence: sentenceOf(error), exit: EXIT.refused }
    say({ ok: false, erreur: sentence })
    if (exit === EXIT.usage && !json) process.stderr.write(`${USAGE}\n`)
    return exit
  } finally {
    await contexte.close()
  }
}
