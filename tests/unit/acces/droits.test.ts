import { describe, expect, test } from 'vitest'
import { DROITS, Forbidden, hasDroit, requireDroit, ROLES, type Role } from '#domain/acces/droits'

const agent = (role: Role) => ({ role })

describe('droits', () => {
  test('each role holds at least the rights of the role before it', () => {
    ROLES.slice(1).forEach((role, i) => {
      const avant = ROLES[i]
      expect(avant).toBeDefined()
      for (const droit of DROITS) {
        if (avant && hasDroit(agent(avant), droit)) expect(hasDroit(agent(role), droit), `${role} ${droit}`).toBe(true)
      }
    })
  })

  test('a LECTEUR reads and does nothing else', () => {
    const detenus = DROITS.filter((droit) => hasDroit(agent('LECTEUR'), droit))
    expect(detenus.length).toBeGreaterThan(0)
    expect(detenus.every((droit) => droit.endsWith('.lire'))).toBe(true)
  })

  test('only a RESPONSABLE or an ADMIN decides', () => {
    expect(ROLES.filter((role) => hasDroit(agent(role), 'dossier.decider'))).toEqual(['RESPONSABLE', 'ADMIN'])
  })

  test('only an ADMIN manages agents and sees the queues', () => {
    expect(ROLES.filter((role) => hasDroit(agent(role), 'agents.gerer'))).toEqual(['ADMIN'])
    expect(ROLES.filter((role) => hasDroit(agent(role), 'files.voir'))).toEqual(['ADMIN'])
  })

  test('requireDroit throws Forbidden, which says the right that is missing', () => {
    expect(() => requireDroit(agent('INSTRUCTEUR'), 'dossier.decider')).toThrow(Forbidden)
    try {
      requireDroit(agent('LECTEUR'), 'import.faire')
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ droit: 'import.faire', message: 'forbidden: import.faire' })
    }
    expect(() => requireDroit(agent('RESPONSABLE'), 'dossier.decider')).not.toThrow()
  })
})
