import type { Agent } from '#domain/acces/droits'
import type { ElementAttendu } from '#domain/complement/demande-complement'
import { no, ok, type Result } from '#domain/result'
import { compareJours, type Jour, jourDeParis } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import {
  demandeEnAttente,
  type DemandeLue,
  leverSiTouteRecue,
  suivreDemande,
} from '#infra/stores/complement/complement'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

export type RefusReception = 'AUCUNE_DEMANDE' | 'ELEMENT_INCONNU' | 'DEJA_RECU' | 'JOUR_INVALIDE'

type Recu = { complement: DemandeLue; element: ElementAttendu; elements: ElementAttendu[] }

/**
 * Says that an element asked came otherwise than as a pièce of e-partenaire, and on which day: by mail, by post. With the last one
 * the clock runs again, from that day.
 */
export const recevoirElement = (
  deps: Deps,
  agent: Agent,
  { rang, recuLe, ...vise }: Vise & { rang: number; recuLe: Jour },
): Promise<Result<Recu, RefusReception>> =>
  agirSurDossier<Recu, RefusReception>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier, le }) => {
      const complement = await demandeEnAttente(tx, dossier.id)
      if (!complement) return no('AUCUNE_DEMANDE')
      const element = complement.elements[rang]
      if (!element) return no('ELEMENT_INCONNU')
      if ((await suivreDemande(tx, complement))[rang]?.recuLe) return no('DEJA_RECU')
      const possible = compareJours(recuLe, complement.du) >= 0 && compareJours(recuLe, jourDeParis(le)) <= 0
      if (!possible) return no('JOUR_INVALIDE')
      const recu = { ...element, recuLe }
      return ok({ complement, element, elements: complement.elements.map((autre, i) => (i === rang ? recu : autre)) })
    },
    ecrire: async ({ tx, dossier, value: { complement, element, elements }, le }) => {
      await tx.demandeComplement.update({
        where: { id: complement.id },
        data: { elements, version: { increment: 1 } },
        select: { id: true },
      })
      const detail = { demandeId: complement.id, code: element.code, constat: element.constat, recuLe }
      await writeJournal(tx, agent, { acte: 'recevoirElement', objet: 'dossier', objetId: dossier.id, detail, le })
      await leverSiTouteRecue(tx, dossier.id, le)
    },
  })
