import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Commande, EXIT, stop } from '#cli/commande'
import { parseMontant } from '#domain/budget/montant'
import { budgetEnJson, controlerBudget as controler } from '#lecteurs/budget-depose'

/** Over any workbook that can be read: what is larger is refused before it is loaded. */
const OCTETS_MAX = 200 * 1024 * 1024

/** Checks a budget by the rules of docs/domaine.md § 4.3. A workbook that cannot be read is an answer, not a failure. */
export const controlerBudget: Commande = {
  usage: 'BUDGET.xlsx [--demande EUROS] [--feuille NOM]',
  positionals: { min: 1, max: 1 },
  options: { demande: { type: 'string' }, feuille: { type: 'string' } },
  run: async (_contexte, { positionals: [chemin = ''], values }) => {
    const montantDemandeCents = values.demande === undefined ? null : parseMontant(values.demande)
    if (values.demande !== undefined && montantDemandeCents === null) {
      return stop(`Le montant demandé n’est pas un montant\u00a0: ${values.demande}`, EXIT.usage)
    }
    if ((await stat(chemin)).size > OCTETS_MAX) return stop('Ce fichier est bien trop lourd pour un budget.')
    const controle = await controler(await readFile(chemin), path.basename(chemin), {
      montantDemandeCents,
      feuille: values.feuille ?? null,
    })
    const json = budgetEnJson(controle)
    if (!json.lisible) return { ok: true, json, texte: json.motif }
    const lignes = [
      ...(json.remarques ?? []),
      ...json.constats.map(({ regle, gravite, cellule, message }) => `${regle} ${gravite} ${cellule ?? ''} ${message}`),
    ]
    return { ok: true, json, texte: lignes.join('\n') || 'Aucun constat.' }
  },
}
