import type { DepsLecteur } from '#infra/deps'
import type { EnTete } from '#reports/en-tete'
import type { Page } from '#reports/page'
import type { FeuilleAEcrire } from '#reports/sheet'

/** Called as what a rapport reads is done. */
export type OnProgress = (faits: number, total: number) => void | Promise<void>

/** How the sheets of a rapport are made, from one snapshot. `enTete` is what it says of itself before it is read; `lignes` counts what it lists. */
export type FaireLesFeuilles<Voulu> = (
  source: DepsLecteur,
  voulu: Voulu,
  { enTete, avancer }: { enTete: Omit<EnTete, 'objet' | 'filtres'>; avancer: OnProgress },
) => Promise<{ lignes: number; feuilles: (FeuilleAEcrire | Page)[] }>
