import { nomDActeur } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import {
  champsSurs,
  type ChampsEnregistres,
  colonnesDe,
  confirmer,
  lireChamps,
  lireSaisie,
  type RefusSaisie,
} from '#domain/pre-projet/champs'
import type { Champ } from '#domain/pre-projet/fiche'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import type { Prisma } from '#prisma'
import { agirSurPreProjet, type Vise } from '#usecases/pre-projet/agir-sur-pre-projet'

type Confirme = { champs: ChampsEnregistres; structureId: string | null }

/** The structure we already know by this SIRET: a fiche is tied to it as soon as its SIRET is sure. */
async function structureDe(tx: Tx, champs: ChampsEnregistres): Promise<string | null> {
  const siret = champs.siret?.valeur
  const structure = siret ? await tx.structure.findUnique({ where: { siret }, select: { id: true } }) : null
  return structure?.id ?? null
}

const changeDe = ({ champs, structureId }: Confirme) => ({
  ...colonnesDe(champs),
  champs: champs as Prisma.InputJsonObject,
  structureId,
})

/** An officer has looked at one field: what they typed is its value, and it is no longer to be read again. */
export const confirmerChamp = (
  deps: Deps,
  agent: Agent,
  { champ, texte, ...vise }: Vise & { champ: Champ; texte: string },
): Promise<Result<Confirme, RefusSaisie>> =>
  agirSurPreProjet<Confirme, RefusSaisie>(deps, agent, {
    ...vise,
    acte: 'confirmerChamp',
    decider: async ({ tx, preProjet, le }) => {
      const saisie = lireSaisie(champ, texte)
      if (!saisie.ok) return saisie
      const par = nomDActeur(agent)
      const champs = confirmer(lireChamps(preProjet.champs), { champ, valeur: saisie.value, par, le })
      return ok({ champs, structureId: await structureDe(tx, champs) })
    },
    change: changeDe,
    detail: ({ champs }, { preProjet }) => ({
      champ,
      avant: lireChamps(preProjet.champs)[champ]?.valeur ?? null,
      apres: champs[champ]?.valeur ?? null,
    }),
  })

/** Every field that was read without doubt, at once, as it was read. */
export const confirmerChampsSurs = (
  deps: Deps,
  agent: Agent,
  vise: Vise,
): Promise<Result<Confirme, 'AUCUN_CHAMP_SUR'>> =>
  agirSurPreProjet<Confirme, 'AUCUN_CHAMP_SUR'>(deps, agent, {
    ...vise,
    acte: 'confirmerChamp',
    decider: async ({ tx, preProjet, le }) => {
      const lus = lireChamps(preProjet.champs)
      const surs = champsSurs(lus)
      if (surs.length === 0) return no('AUCUN_CHAMP_SUR')
      const par = nomDActeur(agent)
      const champs = surs.reduce(
        (suite, champ) => confirmer(suite, { champ, valeur: lus[champ]?.valeur ?? null, par, le }),
        lus,
      )
      return ok({ champs, structureId: await structureDe(tx, champs) })
    },
    change: changeDe,
    detail: (_, { preProjet }) => ({ champs: champsSurs(lireChamps(preProjet.champs)) }),
  })
