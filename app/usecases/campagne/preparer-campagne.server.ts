import { type Agent, requireDroit } from '#domain/acces/droits'
import { CHAMPS_DU_DEPOT } from '#domain/campagne/champs-reglement'
import { codeSuivant, reglementSuivant } from '#domain/campagne/campagne-suivante'
import { reglagesEnJson } from '#domain/campagne/reglages'
import {
  comparerReglements,
  lireReglement,
  type RefusReglement,
  saisirReglement,
  type SaisieReglement,
} from '#domain/campagne/reglement'
import { lireTextes } from '#domain/courriel/textes'
import { no, ok, type Result } from '#domain/result'
import { toDate } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { copierChamps } from '#infra/stores/champ-du-service/champ'
import { copierCriteres } from '#infra/stores/notation/notation'
import { copierExigences } from '#infra/stores/campagne/exigences'
import { copierTextesTypes } from '#infra/stores/campagne/textes-types'
import { campagneDuCode, lockCampagne, reglementDe } from '#infra/stores/campagne/version-exigences'
import { expectVersion } from '#infra/stores/dossier/dossier'
import { Prisma } from '#prisma'

type Input = {
  /** The campagne it follows, by the version that was on the screen. */
  depuis: string
  version: number
  /** What was typed of its règlement; the rest is that of the campagne before, one year later. */
  saisie: Partial<SaisieReglement>
}

/**
 * Prepares the campagne of the next year from this one: its règlement with every day one year later and what the officer typed over it, its
 * questions, the texts of its mails, its ready words, the pièces it asks for, the fields of the service. It takes no deposit before it is opened. Throws NotFound, Conflict, Forbidden.
 */
export async function preparerCampagne(
  { db, now }: Deps,
  agent: Agent,
  { depuis, version, saisie }: Input,
): Promise<Result<{ code: string }, RefusReglement | 'DEJA_CREEE'>> {
  requireDroit(agent, 'campagne.regler')
  if (CHAMPS_DU_DEPOT.some((champ) => saisie[champ] !== undefined)) requireDroit(agent, 'envois.regler')

  return db.$transaction(async (tx) => {
    const { id: source } = await campagneDuCode(tx, depuis)
    await lockCampagne(tx, source)
    const avant = await campagneDuCode(tx, depuis)
    expectVersion('campagne', avant, version)
    const code = codeSuivant(avant)
    const [ancien, propose] = [reglementDe(avant), reglementSuivant(reglementDe(avant), avant.annee)]
    const lu = lireReglement({ ...saisirReglement(propose), ...saisie }, 0n)
    if (!lu.ok) return lu
    if (await tx.campagne.findUnique({ where: { code }, select: { id: true } })) return no('DEJA_CREEE', code)

    const { reglages, ouverteLe, echeanceFiche, echeanceDepot, ...reste } = lu.value
    const { id } = await tx.campagne.create({
      data: {
        ...reste,
        code,
        dispositif: avant.dispositif,
        annee: avant.annee + 1,
        etat: 'EN_PREPARATION',
        ouverteLe: toDate(ouverteLe),
        echeanceFiche: toDate(echeanceFiche),
        echeanceDepot: toDate(echeanceDepot),
        reglages: reglagesEnJson(reglages),
        grille: avant.grille ?? Prisma.DbNull,
        textes: lireTextes(avant.textes),
      },
      select: { id: true },
    })
    await copierExigences(tx, { de: source, vers: id, le: now() })
    await copierTextesTypes(tx, agent, { de: source, vers: id, le: now() })
    await copierChamps(tx, { de: source, vers: id, le: now() })
    await copierCriteres(tx, { de: source, vers: id, le: now() })
    const detail = { code, depuis, differences: comparerReglements(ancien, lu.value) }
    await writeJournal(tx, agent, { acte: 'preparerCampagne', objet: 'campagne', objetId: id, detail, le: now() })
    return ok({ code })
  })
}
