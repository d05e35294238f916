package example

import interserver.Client
import interserver.InterServerException
import interserver.Outcome
import interserver.ServerStatus
import interserver.Vps
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What the screen shows. */
data class Servers(
    val list: List<Vps> = emptyList(),
    val loading: Boolean = false,
    val restarting: Set<Long> = emptySet(),
    val problem: String? = null,
)

/** The list of servers; [scope] is the `viewModelScope`, and leaving the screen ends its calls. */
class ServersViewModel(private val client: Client, private val scope: CoroutineScope) {
    private val state = MutableStateFlow(Servers())
    val servers: StateFlow<Servers> = state.asStateFlow()

    fun refresh(): Job = scope.launch {
        state.update { it.copy(loading = true, problem = null) }
        try {
            val list = client.vps().list()
            state.update { it.copy(list = list) }
        } catch (error: InterServerException) {
            state.update { it.copy(problem = explain(error)) }
        } finally {
            state.update { it.copy(loading = false) }
        }
    }

    fun restart(id: Long): Job = scope.launch {
        state.update { it.copy(restarting = it.restarting + id, problem = null) }
        try {
            client.vps().restart(id)
            val running = client.vps().waitFor(id, ServerStatus.Running)
            state.update { now -> now.copy(list = now.list.map { if (it.id == id) running else it }) }
        } catch (error: InterServerException) {
            state.update { it.copy(problem = explain(error)) }
        } finally {
            state.update { it.copy(restarting = it.restarting - id) }
        }
    }

    private fun explain(error: InterServerException): String = when {
        error is InterServerException.Authentication -> "Please sign in again."
        error is InterServerException.Connect -> "There is no connection."
        error.outcome == Outcome.UNKNOWN -> "It may have been done. Look before you try again."
        else -> error.reason
    }
}
