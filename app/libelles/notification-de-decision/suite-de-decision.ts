import { heureDeParis } from '#domain/temps/instant'
import { motifRetenu } from '#libelles/courriel/courriel'

/** What becomes of a decision that was just taken, or let go: whom it waits for, what else holds its mail, or until when it can be taken back. */
export function phraseSuite({ retenue, jusquA }: { retenue: string | null; jusquA: Date | null }): string {
  if (retenue === 'A_RELIRE') return ' Une autre personne la relit et la fait partir.'
  if (retenue) return ` Son courriel est retenu. ${motifRetenu(retenue)}`
  return jusquA ? ` Vous pouvez la reprendre jusqu’à ${heureDeParis(jusquA)}.` : ''
}
