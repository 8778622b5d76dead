import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import { lireMot, type RefusDeMot } from '#domain/demande-en-ligne/aide'
import type { Etape } from '#domain/demande-en-ligne/etapes'
import { no, ok, type Result } from '#domain/result'
import { abreger } from '#domain/texte'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { aideDe } from '#infra/stores/demande-en-ligne/aide'
import { demandeATenir } from '#infra/stores/demande-en-ligne/demande-en-ligne'

/**
 * An officer says something of a step to the structure that asked for help; nothing is written in its answers. AIDE_FERMEE where it asks for none any
 * more. Throws Forbidden.
 */
export async function conseiller(
  { db, now }: DepsActe,
  agent: Agent,
  { id, etape, texte }: { id: string; etape: Etape; texte: string },
): Promise<Result<undefined, RefusDeMot | 'AIDE_FERMEE'>> {
  requireDroit(agent, 'dossier.instruire')
  const mot = lireMot(texte)
  if (!mot.ok) return mot
  return db.$transaction(async (tx): Promise<Result<undefined, 'AIDE_FERMEE'>> => {
    const tenue = await demandeATenir(tx, id)
    const le = now()
    if (!tenue || !(await aideDe(tx, tenue, le))) return no('AIDE_FERMEE')
    await tx.motDAide.create({
      data: {
        ...{ demandeEnLigneId: id, etape, texte: mot.value, agentId: agent.id, par: nomDActeur(agent), ecritLe: le },
      },
      select: { id: true },
    })
    await writeJournal(tx, agent, {
      acte: 'conseiller',
      objet: 'demande-en-ligne',
      objetId: id,
      detail: { etape, texte: abreger(mot.value, 300), structure: tenue.structure.nom },
      le,
    })
    return ok()
  })
}
