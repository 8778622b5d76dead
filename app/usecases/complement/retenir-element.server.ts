import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import {
  type ElementDemande,
  type EmpechementComplement,
  empechementComplement,
  estCleElement,
  lireElement,
  type RefusElement,
} from '#domain/complement/complement'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { lockDossier } from '#infra/stores/piece/piece'

/**
 * Keeps one thing to be asked for with the next compléments. Kept again in the same words, nothing changes; in others, they replace
 * the first. The dossier itself does not move, so its version does not either.
 */
export async function retenirElement(
  { db, now }: Deps,
  agent: Agent,
  { dossierId, cle, ...voulu }: ElementDemande & { dossierId: string; cle: string },
): Promise<Result<undefined, RefusElement | EmpechementComplement>> {
  requireDroit(agent, 'dossier.instruire')
  if (!estCleElement(cle)) return no('CLE_INVALIDE')
  const element = lireElement(voulu)
  if (!element.ok) return element

  return db.$transaction(async (tx) => {
    await lockDossier(tx, dossierId)
    const dossier = await loadDossier(tx, dossierId)
    const closed = empechementComplement(dossier.etat)
    if (closed) return no(closed)
    const known = await tx.elementRetenu.findUnique({ where: { dossierId_cle: { dossierId, cle } } })
    const { code, constat, aFaire } = element.value
    if (known && !known.demandeId && known.code === code && known.constat === constat && known.aFaire === aFaire)
      return ok()

    const le = now()
    const ecrit = { code, constat, aFaire, demandeId: null, par: nomDActeur(agent), le }
    await tx.elementRetenu.upsert({
      where: { dossierId_cle: { dossierId, cle } },
      create: { dossierId, cle, ...ecrit },
      update: ecrit,
    })
    const detail = { cle, code, constat, aFaire }
    await writeJournal(tx, agent, { acte: 'retenirElement', objet: 'dossier', objetId: dossierId, detail, le })
    return ok()
  })
}
